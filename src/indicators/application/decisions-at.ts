import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { ClinicalEvent, ClinicalEventOf, PersonKey } from '../../kernel/clinical-event';
import { addDays, danishDay, type Day } from '../../kernel/day';
import { formatInstant } from '../../kernel/instant';
import { journeyOf } from '../../kernel/journey';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside, type SetsAside } from '../../kernel/set-aside';
import { foldGroup } from '../../pathways/domain/fold-group';
import { DecisionSource, type DecidedPerson, type HistoryEntry, type KnownPerson } from '../../ports/decision-source';
import { type Viewpoint } from '../../kernel/viewpoint';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore, RelatedEvents } from '../../ports/person-event-store';
import type { CompiledDefinitions } from '../domain/compile';
import { FeedCalendar } from '../domain/feed-calendar';
import { PERSON_LAW } from '../domain/person-law';
import { historyOf, type HistoryStep } from './decision-history';
import { firstReceipts } from './first-receipts';
import { tell, type SetAsideNotes } from './notes-of-set-aside';

export interface ViewingPorts {
  readonly states: Pick<PathwayStateStore, 'scan'>;
  readonly events: PersonEventStore;
  readonly feedEvents: FeedEventStore;
  readonly setAside: SetAsideNotes;
}

const PERSONS_AT_A_TIME = 500;

/**
 * Decides anew from the folded persons, or, as known at a past moment, from their events. Whoever that fails for is left
 * out and told as set aside.
 */
export class DecisionsAt extends DecisionSource {
  constructor(
    private readonly definitions: CompiledDefinitions,
    private readonly ports: ViewingPorts,
    private readonly law = PERSON_LAW,
  ) {
    super();
  }

  override async *everyone(viewpoint: Viewpoint): AsyncIterable<readonly DecidedPerson[]> {
    const feeds = await this.feedsAt(viewpoint.knownAt);
    const failed: PersonSetAside[] = [];
    const setAside: SetsAside = (one) => void failed.push(one);
    for await (const persons of this.foldedAt(viewpoint.knownAt, setAside)) {
      yield persons.flatMap(
        (person) =>
          attemptFor(person.person, 'deciding', () => this.decided(person, feeds, viewpoint.asOf), setAside) ?? [],
      );
      await tell(this.ports.setAside, failed);
    }
  }

  override async person(key: PersonKey, viewpoint: Viewpoint): Promise<KnownPerson | undefined> {
    const feeds = await this.feedsAt(viewpoint.knownAt);
    const group = await this.groupOf(key);
    const failed: PersonSetAside[] = [];
    const setAside: SetsAside = (one) => void failed.push(one);
    const person = this.foldKnown(group, viewpoint.knownAt, setAside).find(({ numbers }) => numbers.includes(key));
    const known =
      person === undefined
        ? undefined
        : attemptFor(person.person, 'deciding', () => this.known(person, feeds, viewpoint.asOf), setAside);
    const [first] = failed;
    await tell(this.ports.setAside, failed);
    if (known !== undefined || first === undefined) return known;
    const { person: newest, numbers } = person ?? { person: key, numbers: group.keys };
    return { person: newest, numbers, decisions: [], units: [], setAside: first };
  }

  private known(person: PersonPathways, feeds: FeedCalendar, asOf: Day): KnownPerson {
    const decisions = this.law.decide(this.definitions, person, feeds, asOf);
    return { person: person.person, numbers: person.numbers, decisions, units: unitsOf(person) };
  }

  override async history(key: PersonKey, { asOf, knownAt = Infinity }: Viewpoint): Promise<readonly HistoryEntry[]> {
    const group = await this.groupOf(key);
    const feedEvents = await this.ports.feedEvents.all();
    const events = firstReceipts(group.keys.flatMap(group.eventsOf));
    const moments = [...new Set([...events, ...feedEvents].map(({ receivedAt }) => receivedAt))]
      .filter((moment) => moment <= knownAt && danishDay(moment) <= asOf)
      .sort((a, b) => a - b);
    const lastDayBefore = (next: number | undefined): Day => (next === undefined ? asOf : addDays(danishDay(next), -1));
    const failed: PersonSetAside[] = [];
    const setAside: SetsAside = (one) => void failed.push(one);
    const history = historyOf(
      moments.flatMap((moment, index) => {
        const person = this.foldKnown(group, moment, setAside).find(({ numbers }) => numbers.includes(key));
        const feeds = this.calendarKnown(feedEvents, moment);
        const arrived = events.filter(({ receivedAt }) => receivedAt === moment);
        const lastDay = lastDayBefore(moments[index + 1]);
        const steps = () => [...this.stepsFrom(moment, lastDay, arrived, person, feeds)];
        return attemptFor(key, 'deciding', steps, setAside) ?? [];
      }),
    );
    await tell(this.ports.setAside, failed);
    return history;
  }

  /** The arrival of events, and after it each day through `lastDay` on which time alone may change a decision. */
  private *stepsFrom(
    moment: number,
    lastDay: Day,
    events: readonly ClinicalEvent[],
    person: PersonPathways | undefined,
    feeds: FeedCalendar,
  ): Iterable<HistoryStep> {
    const arrival = danishDay(moment);
    const at = formatInstant(moment);
    if (person === undefined) {
      yield { at, day: arrival, cause: 'event', events, decisions: [] };
      return;
    }
    const decidedOn = (day: Day) => this.law.decide(this.definitions, person, feeds, day);
    const deadlineAfter = (day: Day) => this.law.deadline(this.definitions, person, feeds, day);
    yield { at, day: arrival, cause: 'event', events, decisions: decidedOn(arrival) };
    for (let day = deadlineAfter(arrival); day !== undefined && day <= lastDay; day = deadlineAfter(day)) {
      yield { at: day, day, cause: 'deadline', events: [], decisions: decidedOn(day) };
    }
  }

  private async *foldedAt(knownAt: number | undefined, setAside: SetsAside): AsyncIterable<readonly PersonPathways[]> {
    if (knownAt === undefined) {
      yield* this.ports.states.scan(PERSONS_AT_A_TIME);
      return;
    }
    for await (const groups of this.ports.events.scan(PERSONS_AT_A_TIME)) {
      yield groups.flatMap((group) => this.foldKnown(group, knownAt, setAside));
    }
  }

  private foldKnown(group: RelatedEvents, knownAt: number | undefined, setAside: SetsAside): readonly PersonPathways[] {
    const known = knownAt === undefined ? group : { ...group, eventsOf: knownBy(group, knownAt) };
    const { population } = this.definitions.set;
    return foldGroup(known, { population, setAside, fold: this.law.fold });
  }

  private async groupOf(key: PersonKey): Promise<RelatedEvents> {
    const [keys = [key]] = await this.ports.events.groupsOf([key]);
    return { keys, eventsOf: await this.ports.events.load(keys) };
  }

  private async feedsAt(knownAt = Infinity): Promise<FeedCalendar> {
    return this.calendarKnown(await this.ports.feedEvents.all(), knownAt);
  }

  private calendarKnown(events: readonly ClinicalEventOf<'registry.feed-status'>[], knownAt: number): FeedCalendar {
    return FeedCalendar.of(feedStatusesInForce(events.filter(({ receivedAt }) => receivedAt <= knownAt)));
  }

  private decided(person: PersonPathways, feeds: FeedCalendar, asOf: Day): DecidedPerson | undefined {
    const { decisions, units } = this.known(person, feeds, asOf);
    return decisions.length === 0 ? undefined : { person: person.person, decisions, units };
  }
}

function unitsOf({ pathways, civilStates }: PersonPathways): DecidedPerson['units'] {
  return pathways.map((pathway) => {
    const { hospital, municipality, indexDay } = pathway;
    const journey = journeyOf(pathway, civilStates);
    return { hospital, ...(municipality === undefined ? undefined : { municipality }), indexDay, journey };
  });
}

function knownBy(group: RelatedEvents, moment: number): (key: PersonKey) => readonly ClinicalEvent[] {
  return (key) => group.eventsOf(key).filter(({ receivedAt }) => receivedAt <= moment);
}
