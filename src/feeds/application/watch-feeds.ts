import { addUnder } from '../../kernel/add-under';
import { addDays, danishDay, daysBetween, earlierDay, type Day } from '../../kernel/day';
import type { FeedFinding } from '../../kernel/feed-alarm';
import type { FeedParameters } from '../../kernel/feed-parameters';
import type { FeedStatus } from '../../kernel/feed-status';
import type { Organisation } from '../../kernel/organisation';
import { othersTurn } from '../../kernel/others-turn';
import type { AlarmStore } from '../../ports/alarm-store';
import type { Clock } from '../../ports/clock';
import type { EventLog } from '../../ports/event-log';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { OwnEvents } from '../../ports/own-events';
import type { UnitOfWork } from '../../ports/unit-of-work';
import { alarmOf, type Alarm } from '../domain/alarm';
import { alarmChanges, type AlarmChange } from '../domain/alarm-changes';
import { feedStatusEvent, isAboutSilence, lastVersionOf } from '../domain/feed-status-event';
import { feedStatusesInForce } from '../domain/feed-statuses';
import { feedsByOrganisation } from '../domain/feeds-by-organisation';
import { judge, judgement, type Judgement } from '../domain/judge';
import { judgeMadeGood } from '../domain/made-good';
import { silentSpells, type SilentSpell } from '../domain/silent-spells';
import { judgeTogether } from '../domain/together';
import { loadHistory } from './load-history';
import type { NotedDeliveries } from './noted-deliveries';
import type { SettleAlarm } from './settle-alarm';
import { takeAlarmStep } from './take-alarm-step';

/** What watching deliveries needs of the outside. */
export interface WatchPorts {
  readonly deliveries: NotedDeliveries;
  readonly alarms: AlarmStore;
  readonly log: EventLog;
  readonly feedEvents: FeedEventStore;
  readonly ownEvents: OwnEvents;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
  readonly parameters: FeedParameters;
  /** Who falls silent together on a day: the region of a hospital; undefined for whoever stands alone. */
  readonly groupOf: (organisation: Organisation, day: Day) => string | undefined;
  /** Settles what the watch may confirm by itself: silences made good. Absent: staff confirm. */
  readonly confirming?: SettleAlarm;
}

/** What judging changed. */
export interface WatchResult {
  /** The last day judged: yesterday, as today is not over. */
  readonly day: Day;
  readonly organisations: number;
  readonly raised: number;
  readonly cleared: number;
}

/** What is said of an organisation: on the day judged, and when it was silent. */
interface SaidOfFeed {
  readonly now: FeedStatus['state'] | undefined;
  readonly spells: readonly SilentSpell[];
}

/** What judging has changed so far, and which silences were found made good for the first time. */
interface Result {
  organisations: number;
  raised: number;
  cleared: number;
  readonly madeGood: string[];
}

interface KeptJudgement {
  readonly stamp: string;
  readonly madeAt: number;
  readonly judged: Judgement | undefined;
}

/** What other processes count is seen after this. */
const KEPT_MS = 10 * 60_000;
const LOOKED_AT = 28;
const AS_BEFORE = 0.8;

/** A halved volume that is usual by now has not recovered: as much as before it fell must come again. */
function isRecovered({ finding, raisedOn }: Alarm, quiet: Judgement['quiet']): boolean {
  if (finding.state !== 'halved' || quiet === undefined) return true;
  const perDay = finding.expected / (daysBetween(finding.since, raisedOn) + 1);
  return quiet.over(LOOKED_AT).received >= AS_BEFORE * LOOKED_AT * perDay;
}

/** Who confirms what nobody of the staff did. */
const ITSELF = 'rehabspor';

/** Judges what organisations deliver, raises and clears alarms. */
export class WatchFeeds {
  private judgedThrough: Day | undefined;
  private readonly kept = new Map<Organisation, KeptJudgement>();

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
    const said = await this.saidOn(day);
    const result: Result = { organisations: 0, raised: 0, cleared: 0, madeGood: [] };
    const together: Judgement[] = [];
    for (const organisation of await this.ports.deliveries.organisations()) {
      const judged = await this.judgedAlone(organisation, day, said.get(organisation));
      if (judged === undefined) continue;
      result.organisations += 1;
      if (this.ports.groupOf(organisation, day) !== undefined) together.push(judged);
      else await this.apply(judged, alarms.get(organisation) ?? [], said, result);
      await othersTurn();
    }
    for (const judged of this.judgedTogether(together, day)) {
      await this.apply(judged, alarms.get(judged.organisation) ?? [], said, result);
    }
    for (const id of result.madeGood) await this.ports.confirming?.settle(id, { what: 'confirmed', by: ITSELF });
    this.judgedThrough = day;
    const { organisations, raised, cleared } = result;
    return { day, organisations, raised, cleared };
  }

  /** An organisation as of the end of a day, with its region's others; undefined when it had delivered nothing by then. */
  async judgementOf(organisation: Organisation, day: Day): Promise<Judgement | undefined> {
    const said = await this.saidOn(day);
    const group = this.ports.groupOf(organisation, day);
    const names = group === undefined ? [organisation] : await this.ports.deliveries.organisations();
    const members = names.filter((name) => name === organisation || this.ports.groupOf(name, day) === group);
    const judged: Judgement[] = [];
    for (const name of members) {
      const one = await this.judgedAlone(name, day, said.get(name));
      if (one !== undefined) judged.push(one);
    }
    return this.judgedTogether(judged, day).find((one) => one.organisation === organisation);
  }

  /** Those who fall silent together are judged for whoever asks about one of them: kept until something is counted. */
  private async judgedAlone(
    organisation: Organisation,
    day: Day,
    said: SaidOfFeed | undefined,
  ): Promise<Judgement | undefined> {
    const spells = (said?.spells ?? []).filter(({ from }) => from <= day);
    if (this.ports.groupOf(organisation, day) === undefined) return this.judgedNow(organisation, day, spells);
    const stamp = `${day} ${this.ports.deliveries.stampThrough(day)} ${JSON.stringify(spells)}`;
    const kept = this.kept.get(organisation);
    const now = this.ports.clock.now();
    if (kept?.stamp === stamp && now - kept.madeAt < KEPT_MS) return kept.judged;
    const judged = await this.judgedNow(organisation, day, spells);
    this.kept.set(organisation, { stamp, madeAt: now, judged });
    return judged;
  }

  private async judgedNow(
    organisation: Organisation,
    day: Day,
    spells: readonly SilentSpell[],
  ): Promise<Judgement | undefined> {
    const earliest = spells.reduce((least, { from }) => earlierDay(least, from), day);
    const { deliveries, parameters } = this.ports;
    const history = await loadHistory(deliveries, organisation, earliest, day, parameters.windowDays);
    if (history === undefined) return undefined;
    const judged = judge(history, day, parameters);
    const madeGood = spells.flatMap((spell) => judgeMadeGood(history, spell, day, parameters) ?? []);
    if (madeGood.length === 0) return judged;
    const findings = madeGood.map((found): FeedFinding => ({ organisation, state: 'made-good', ...found }));
    return judgement(judged, [...judged.findings, ...findings]);
  }

  private judgedTogether(judged: readonly Judgement[], day: Day): Judgement[] {
    const { groupOf, parameters } = this.ports;
    return judgeTogether(judged, (organisation) => groupOf(organisation, day), parameters);
  }

  /** The day before today, in Denmark. */
  lastWholeDay(): Day {
    return addDays(danishDay(this.ports.clock.now()), -1);
  }

  private async apply(
    { organisation, day, findings, quiet }: Judgement,
    alarms: readonly Alarm[],
    said: ReadonlyMap<Organisation, SaidOfFeed>,
    result: Result,
  ): Promise<void> {
    const expected = said.get(organisation)?.now === 'not-connected' ? [] : findings;
    const changes = alarmChanges(alarms, expected, day, this.ports.clock.now());
    if (changes.length === 0) return;
    await this.ports.unit.run(async () => {
      for (const change of changes) {
        const { id, place, step } = change;
        if (!(await takeAlarmStep(this.ports, organisation, id, place, step))) continue;
        if (step.what === 'raised') {
          result.raised += 1;
          const isNews =
            step.finding.state === 'made-good' && !alarms.some((alarm) => alarm.id === id && alarm.verdict);
          if (isNews) result.madeGood.push(id);
        } else result.cleared += 1;
        await this.endSilence(change, day, quiet);
      }
    });
  }

  /** A silence that staff confirmed ends with the first deliveries: its feed status gets its last day. */
  private async endSilence({ step, before }: AlarmChange, day: Day, quiet: Judgement['quiet']): Promise<void> {
    if (step.what !== 'cleared' || before?.verdict?.what !== 'confirmed' || !isAboutSilence(before)) return;
    if (!isRecovered(before, quiet)) return;
    const last = addDays(day, -1);
    const to = last < before.finding.since ? before.finding.since : last;
    const after = lastVersionOf(before.id, await this.ports.feedEvents.all());
    await this.ports.ownEvents.send(feedStatusEvent(before, 'confirmed', step.at, { to, after }));
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

  private async saidOn(day: Day): Promise<ReadonlyMap<Organisation, SaidOfFeed>> {
    const statuses: FeedStatus[] = feedStatusesInForce(await this.ports.feedEvents.all());
    const feeds = feedsByOrganisation(statuses, day);
    return new Map(
      feeds.map(({ organisation, now, statuses: own }) => [organisation, { now, spells: silentSpells(own) }]),
    );
  }
}
