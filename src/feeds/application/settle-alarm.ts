import { addDays } from '../../kernel/day';
import type { AlarmStore } from '../../ports/alarm-store';
import type { Clock } from '../../ports/clock';
import type { EventLog } from '../../ports/event-log';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { OwnEvents } from '../../ports/own-events';
import type { UnitOfWork } from '../../ports/unit-of-work';
import { alarmOf, type Alarm } from '../domain/alarm';
import { feedStatusEvent, isAboutSilence, lastVersionOf } from '../domain/feed-status-event';
import { withdrawalEvents, type StatedEvent } from '../domain/withdrawal';
import { takeAlarmStep } from './take-alarm-step';

/** What staff say of an alarm. */
export interface Verdict {
  readonly what: 'confirmed' | 'overruled';
  readonly by: string;
  readonly note?: string;
}

/** What came of it. */
export type Settled =
  | { readonly result: 'no-such-alarm' }
  | { readonly result: 'said-before'; readonly alarm: Alarm }
  | { readonly result: 'overtaken' }
  | { readonly result: 'settled'; readonly alarm: Alarm };

/** Takes what staff say of an alarm, and writes the feed status that decisions follow. */
export class SettleAlarm {
  constructor(
    private readonly ports: {
      readonly alarms: AlarmStore;
      readonly log: EventLog;
      readonly feedEvents: FeedEventStore;
      readonly ownEvents: OwnEvents;
      readonly unit: UnitOfWork;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Confirming an alarm that something is missing makes the feed silent; overruling it makes it connected. Confirming
   * that a silence was made good withdraws what was said of it; overruling states it again.
   */
  settle(id: string, { what, by, note }: Verdict): Promise<Settled> {
    const { alarms, unit, clock } = this.ports;
    return unit.run(async () => {
      const kept = await alarms.find(id);
      const alarm = kept && alarmOf(id, kept.steps);
      if (alarm === undefined) return { result: 'no-such-alarm' };
      if (alarm.verdict?.what === what) return { result: 'said-before', alarm };
      const at = clock.now();
      const events = await this.eventsOf(alarm, what, at);
      const [event] = events;
      // The events first: where they do not land together, a verdict without its event would never be made good.
      for (const stated of events) await this.state(stated);
      const step = { what, at, by, ...(note && { note }), ...(event && { event: event.id }) };
      if (!(await takeAlarmStep(this.ports, alarm.finding.organisation, id, alarm.places, step)))
        return { result: 'overtaken' };
      return { result: 'settled', alarm: { ...alarm, verdict: step, places: alarm.places + 1 } };
    });
  }

  private async eventsOf(alarm: Alarm, what: Verdict['what'], at: number): Promise<readonly StatedEvent[]> {
    const known = await this.ports.feedEvents.all();
    if (alarm.finding.state === 'made-good') return withdrawalEvents(alarm, what, known, at);
    if (!isAboutSilence(alarm)) return [];
    return [feedStatusEvent(alarm, what, at, { to: lastDayOf(alarm, what), after: lastVersionOf(alarm.id, known) })];
  }

  private async state(event: object): Promise<void> {
    const { status, message } = await this.ports.ownEvents.send(event);
    if (status === 'rejected') throw new Error(`The feed status was refused: ${message ?? ''}`);
  }
}

/** A silence that is over when it is confirmed has a last day: the one before deliveries were seen again. */
function lastDayOf({ clearedOn, finding }: Alarm, what: Verdict['what']): string | undefined {
  if (clearedOn === undefined || what === 'overruled') return undefined;
  return clearedOn > finding.since ? addDays(clearedOn, -1) : finding.since;
}
