import { addUnder } from '../../kernel/add-under';
import { addDays, danishDay, type Day } from '../../kernel/day';
import type { FeedStatus } from '../../kernel/feed-status';
import type { Organisation } from '../../kernel/organisation';
import { othersTurn } from '../../kernel/others-turn';
import type { AlarmStore } from '../../ports/alarm-store';
import type { Clock } from '../../ports/clock';
import type { DeliveryStore } from '../../ports/delivery-store';
import type { EventLog } from '../../ports/event-log';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { OwnEvents } from '../../ports/own-events';
import type { UnitOfWork } from '../../ports/unit-of-work';
import { alarmOf, type Alarm } from '../domain/alarm';
import { alarmChanges, type AlarmChange } from '../domain/alarm-changes';
import { feedStatusEvent, isAboutSilence } from '../domain/feed-status-event';
import { feedStatusesInForce } from '../domain/feed-statuses';
import { feedsByOrganisation } from '../domain/feeds-by-organisation';
import { judge, type Judgement } from '../domain/judge';
import { judgeTogether } from '../domain/together';
import { loadHistory } from './load-history';
import { takeAlarmStep } from './take-alarm-step';

/** What watching deliveries needs of the outside. */
export interface WatchPorts {
  readonly deliveries: DeliveryStore;
  readonly alarms: AlarmStore;
  readonly log: EventLog;
  readonly feedEvents: FeedEventStore;
  readonly ownEvents: OwnEvents;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
  /** Who falls silent together on a day: the region of a hospital; undefined for whoever stands alone. */
  readonly groupOf: (organisation: Organisation, day: Day) => string | undefined;
}

/** What judging changed. */
export interface WatchResult {
  /** The last day judged: yesterday, as today is not over. */
  readonly day: Day;
  readonly organisations: number;
  readonly raised: number;
  readonly cleared: number;
}

/** Judges what organisations deliver, raises and clears alarms. */
export class WatchFeeds {
  private judgedThrough: Day | undefined;

  constructor(private readonly ports: WatchPorts) {}

  /** Judges once a day, once the day before is over. */
  async catchUp(): Promise<WatchResult | undefined> {
    if (this.judgedThrough === this.lastWholeDay()) return undefined;
    return this.judgeAll();
  }

  /** Judges everyone now; doing it again changes nothing. */
  async judgeAll(): Promise<WatchResult> {
    const day = this.lastWholeDay();
    const alarms = await this.alarmsByOrganisation();
    const notConnected = await this.notConnectedOn(day);
    const result = { organisations: 0, raised: 0, cleared: 0 };
    const together: Judgement[] = [];
    for (const organisation of await this.ports.deliveries.organisations()) {
      const judged = await this.judgementOf(organisation, day);
      if (judged === undefined) continue;
      result.organisations += 1;
      if (this.ports.groupOf(organisation, day) !== undefined) together.push(judged);
      else await this.apply(judged, alarms.get(organisation) ?? [], notConnected, result);
      await othersTurn();
    }
    for (const judged of judgeTogether(together, (organisation) => this.ports.groupOf(organisation, day))) {
      await this.apply(judged, alarms.get(judged.organisation) ?? [], notConnected, result);
    }
    this.judgedThrough = day;
    return { day, ...result };
  }

  /** An organisation as of the end of a day; undefined when it had delivered nothing by then. */
  async judgementOf(organisation: Organisation, day: Day): Promise<Judgement | undefined> {
    const history = await loadHistory(this.ports.deliveries, organisation, day, day);
    return history && judge(history, day);
  }

  /** The day before today, in Denmark. */
  lastWholeDay(): Day {
    return addDays(danishDay(this.ports.clock.now()), -1);
  }

  private async apply(
    { organisation, day, findings }: Judgement,
    alarms: readonly Alarm[],
    notConnected: ReadonlySet<Organisation>,
    result: { raised: number; cleared: number },
  ): Promise<void> {
    const expected = notConnected.has(organisation) ? [] : findings;
    const changes = alarmChanges(alarms, expected, day, this.ports.clock.now());
    if (changes.length === 0) return;
    await this.ports.unit.run(async () => {
      for (const change of changes) {
        const { id, place, step } = change;
        if (!(await takeAlarmStep(this.ports, organisation, id, place, step))) continue;
        if (step.what === 'raised') result.raised += 1;
        else result.cleared += 1;
        await this.endSilence(change, day);
      }
    });
  }

  /** A silence that staff confirmed ends with the first deliveries: its feed status gets its last day. */
  private async endSilence({ step, before }: AlarmChange, day: Day): Promise<void> {
    if (step.what !== 'cleared' || before?.verdict?.what !== 'confirmed' || !isAboutSilence(before)) return;
    const last = addDays(day, -1);
    const to = last < before.finding.since ? before.finding.since : last;
    await this.ports.ownEvents.send(feedStatusEvent(before, 'confirmed', step.at, to));
  }

  private async alarmsByOrganisation(): Promise<ReadonlyMap<Organisation, readonly Alarm[]>> {
    const byOrganisation = new Map<Organisation, Alarm[]>();
    for (const { alarm, steps } of await this.ports.alarms.all()) {
      const folded = alarmOf(alarm, steps);
      if (folded === undefined) continue;
      addUnder(byOrganisation, folded.finding.organisation, folded);
    }
    return byOrganisation;
  }

  private async notConnectedOn(day: Day): Promise<ReadonlySet<Organisation>> {
    const statuses: FeedStatus[] = feedStatusesInForce(await this.ports.feedEvents.all());
    const feeds = feedsByOrganisation(statuses, day).filter(({ now }) => now === 'not-connected');
    return new Set(feeds.map(({ organisation }) => organisation));
  }
}
