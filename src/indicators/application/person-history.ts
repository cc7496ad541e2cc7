import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, ClinicalEventOf, PersonKey } from '../../kernel/clinical-event';
import { addDays, danishDay, type Day } from '../../kernel/day';
import { formatInstant } from '../../kernel/instant';
import { othersTurn } from '../../kernel/others-turn';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type SetsAside } from '../../kernel/set-aside';
import type { Viewpoint } from '../../kernel/viewpoint';
import { foldGroup } from '../../pathways/domain/fold-group';
import type { History } from '../../ports/decision-source';
import type { CompiledDefinitions } from '../domain/compile';
import type { FeedCalendar } from '../domain/feed-calendar';
import type { PERSON_LAW } from '../domain/person-law';
import { StandingFeeds } from '../domain/standing-feeds';
import { historyOf, type HistoryStep } from './decision-history';
import { firstReceipts } from './first-receipts';
import { knownBy, type KnownGroup } from './known-group';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** Each moment folds all that was known by then, so that of a person of very many events the last moments are gone through. */
const EVENTS_TO_FOLD = 300_000;
const FEWEST_MOMENTS = 20;
const MOMENTS_A_TURN = 10;

/** What histories are made by. */
export interface HistoryLaw {
  readonly definitions: CompiledDefinitions;
  readonly law: typeof PERSON_LAW;
  readonly setAside: SetsAside;
}

/** How one person's decisions came to be, moment by moment: the last ones, where folding all would take too long. */
export class PersonHistory {
  private readonly feeds = new StandingFeeds();
  private readonly statuses: readonly FeedStatusEvent[];
  private statusesTaken = 0;

  constructor(
    private readonly key: PersonKey,
    private readonly group: KnownGroup,
    feedEvents: readonly FeedStatusEvent[],
    private readonly by: HistoryLaw,
  ) {
    this.statuses = [...feedEvents].sort((a, b) => a.receivedAt - b.receivedAt);
  }

  async through({ asOf, knownAt = Infinity }: Viewpoint): Promise<History> {
    const arrivals = arrivalsOf([...this.group.own, ...this.group.others]);
    let begin = Infinity;
    for (const moment of arrivals.keys()) begin = Math.min(begin, moment);
    const all = [...new Set([...arrivals.keys(), ...this.statuses.map(({ receivedAt }) => receivedAt)])]
      .filter((moment) => moment >= begin && moment <= knownAt && danishDay(moment) <= asOf)
      .sort((a, b) => a - b);
    const moments = all.slice(-momentsWithin(this.group.own.length + this.group.others.length));
    const steps: HistoryStep[] = [];
    let person: PersonPathways | undefined;
    for (const [index, moment] of moments.entries()) {
      const events = arrivals.get(moment);
      if (events !== undefined || index === 0) person = this.foldedAt(moment);
      const next = moments[index + 1];
      const lastDay = next === undefined ? asOf : addDays(danishDay(next), -1);
      const decide = (): HistoryStep[] => [...this.stepsFrom(moment, lastDay, events ?? [], person)];
      steps.push(...(attemptFor(this.key, 'deciding', decide, this.by.setAside) ?? []));
      if (index % MOMENTS_A_TURN === MOMENTS_A_TURN - 1) await othersTurn();
    }
    return { entries: historyOf(steps), earlierMoments: all.length - moments.length };
  }

  private foldedAt(moment: number): PersonPathways | undefined {
    const { definitions, law, setAside } = this.by;
    const folding = { population: definitions.set.population, setAside, fold: law.fold };
    return foldGroup(knownBy(this.group, moment), folding).find(({ numbers }) => numbers.includes(this.key));
  }

  /** Moments are asked about in their order. */
  private calendarAt(moment: number): FeedCalendar {
    const from = this.statusesTaken;
    while ((this.statuses[this.statusesTaken]?.receivedAt ?? Infinity) <= moment) this.statusesTaken += 1;
    this.feeds.take(this.statuses.slice(from, this.statusesTaken));
    return this.feeds.calendar();
  }

  /** The arrival of events, and after it each day through `lastDay` on which time alone may change a decision. */
  private *stepsFrom(
    moment: number,
    lastDay: Day,
    events: readonly ClinicalEvent[],
    person: PersonPathways | undefined,
  ): Iterable<HistoryStep> {
    const { definitions, law } = this.by;
    const feeds = this.calendarAt(moment);
    const arrival = danishDay(moment);
    const at = formatInstant(moment);
    if (person === undefined) {
      yield { at, day: arrival, cause: 'event', events, decisions: [] };
      return;
    }
    const decidedOn = (day: Day) => law.decide(definitions, person, feeds, day);
    const deadlineAfter = (day: Day) => law.deadline(definitions, person, feeds, day);
    yield { at, day: arrival, cause: 'event', events, decisions: decidedOn(arrival) };
    for (let day = deadlineAfter(arrival); day !== undefined && day <= lastDay; day = deadlineAfter(day)) {
      yield { at: day, day, cause: 'deadline', events: [], decisions: decidedOn(day) };
    }
  }
}

const momentsWithin = (events: number): number =>
  Math.max(FEWEST_MOMENTS, Math.floor(EVENTS_TO_FOLD / Math.max(events, 1)));

/** What was first received when. */
function arrivalsOf(events: readonly ClinicalEvent[]): ReadonlyMap<number, readonly ClinicalEvent[]> {
  const arrivals = new Map<number, ClinicalEvent[]>();
  for (const event of firstReceipts(events)) {
    addUnder(arrivals, event.receivedAt, event);
  }
  return arrivals;
}
