import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { ClinicalEvent, ClinicalEventOf, PersonKey } from '../../kernel/clinical-event';
import { addDays, danishDay, type Day } from '../../kernel/day';
import { formatInstant } from '../../kernel/instant';
import { journeyOf } from '../../kernel/journey';
import type { PersonPathways } from '../../kernel/pathway';
import { foldGroup } from '../../pathways/domain/fold-group';
import { DecisionSource, type DecidedPerson, type HistoryEntry, type KnownPerson } from '../../ports/decision-source';
import { type Viewpoint } from '../../kernel/viewpoint';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore, RelatedEvents } from '../../ports/person-event-store';
import type { CompiledDefinitions } from '../domain/compile';
import { nextDeadline } from '../domain/deadline';
import { decidePerson } from '../domain/decide';
import { FeedCalendar } from '../domain/feed-calendar';
import { historyOf, type HistoryStep } from './decision-history';
import { firstReceipts } from './first-receipts';

export interface ViewingPorts {
  readonly states: Pick<PathwayStateStore, 'scan'>;
  readonly events: PersonEventStore;
  readonly feedEvents: FeedEventStore;
}

const PERSONS_AT_A_TIME = 500;

/** Decides anew from the folded persons, or, as known at a past moment, from their events. */
export class DecisionsAt extends DecisionSource {
  constructor(
    private readonly definitions: CompiledDefinitions,
    private readonly ports: ViewingPorts,
  ) {
    super();
  }

  override async *everyone(viewpoint: Viewpoint): AsyncIterable<readonly DecidedPerson[]> {
    const feeds = await this.feedsAt(viewpoint.knownAt);
    for await (const persons of this.foldedAt(viewpoint.knownAt)) {
      yield persons.flatMap((person) => this.decided(person, feeds, viewpoint.asOf) ?? []);
    }
  }

  override async person(key: PersonKey, viewpoint: Viewpoint): Promise<KnownPerson | undefined> {
    const feeds = await this.feedsAt(viewpoint.knownAt);
    const group = await this.groupOf(key);
    const person = this.foldKnown(group, viewpoint.knownAt).find(({ numbers }) => numbers.includes(key));
    if (person === undefined) return undefined;
    const decisions = decidePerson(this.definitions, person, feeds, viewpoint.asOf);
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
    return historyOf(
      moments.flatMap((moment, index) => {
        const person = this.foldKnown(group, moment).find(({ numbers }) => numbers.includes(key));
        const feeds = this.calendarKnown(feedEvents, moment);
        const arrived = events.filter(({ receivedAt }) => receivedAt === moment);
        return [...this.stepsFrom(moment, lastDayBefore(moments[index + 1]), arrived, person, feeds)];
      }),
    );
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
    const decidedOn = (day: Day) => decidePerson(this.definitions, person, feeds, day);
    const deadlineAfter = (day: Day) => nextDeadline(this.definitions, person, feeds, day);
    yield { at, day: arrival, cause: 'event', events, decisions: decidedOn(arrival) };
    for (let day = deadlineAfter(arrival); day !== undefined && day <= lastDay; day = deadlineAfter(day)) {
      yield { at: day, day, cause: 'deadline', events: [], decisions: decidedOn(day) };
    }
  }

  private async *foldedAt(knownAt: number | undefined): AsyncIterable<readonly PersonPathways[]> {
    if (knownAt === undefined) {
      yield* this.ports.states.scan(PERSONS_AT_A_TIME);
      return;
    }
    for await (const groups of this.ports.events.scan(PERSONS_AT_A_TIME)) {
      yield groups.flatMap((group) => this.foldKnown(group, knownAt));
    }
  }

  private foldKnown(group: RelatedEvents, knownAt: number | undefined): readonly PersonPathways[] {
    const known = knownAt === undefined ? group : { ...group, eventsOf: knownBy(group, knownAt) };
    return foldGroup(known, this.definitions.set.population);
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
    const decisions = decidePerson(this.definitions, person, feeds, asOf);
    return decisions.length === 0 ? undefined : { person: person.person, decisions, units: unitsOf(person) };
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
