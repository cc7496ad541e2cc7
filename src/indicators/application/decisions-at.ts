import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { danishDay, type Day } from '../../kernel/day';
import type { IndicatorDecision } from '../../kernel/decision';
import { formatInstant } from '../../kernel/instant';
import { journeyOf } from '../../kernel/journey';
import type { PersonPathways } from '../../kernel/pathway';
import { DecisionSource, type DecidedPerson, type HistoryEntry, type KnownPerson } from '../../ports/decision-source';
import { type Viewpoint } from '../../kernel/viewpoint';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore, RelatedEvents } from '../../ports/person-event-store';
import type { CompiledDefinitions } from '../domain/compile';
import { nextDeadline } from '../domain/deadline';
import { decidePerson } from '../domain/decide';
import { FeedCalendar } from '../domain/feed-calendar';
import type { DecidingPorts } from './decide-persons';
import { firstReceipts } from './first-receipts';

export interface ViewingPorts {
  readonly states: Pick<PathwayStateStore, 'scan'>;
  readonly events: PersonEventStore;
  readonly feedEvents: FeedEventStore;
  readonly inForce: DecidingPorts['inForce'];
  /** Folds a group of related keys into the persons among them. */
  readonly fold: (group: RelatedEvents) => readonly PersonPathways[];
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
    const history: HistoryEntry[] = [];
    let before = new Map<string, string>();
    const tell = (
      at: string,
      day: Day,
      cause: HistoryEntry['cause'],
      decisions: readonly IndicatorDecision[],
      moment?: number,
    ) => {
      const now = new Map(decisions.map((decision) => [nameOf(decision), essence(decision)]));
      const changed = decisions.filter((decision) => before.get(nameOf(decision)) !== essence(decision));
      const withdrawn = [...before.keys()].filter((name) => !now.has(name)).map(parseName);
      before = now;
      if (changed.length === 0 && withdrawn.length === 0) return;
      const arrived = events
        .filter(({ receivedAt }) => receivedAt === moment)
        .map(({ source, id, kind, recordId }) => ({ source, event: id, kind, record: recordId }));
      history.push({ at, asOf: day, cause, events: arrived, decisions: changed, withdrawn });
    };
    for (const [index, moment] of moments.entries()) {
      const known = { ...group, eventsOf: knownBy(group, moment) };
      const person = this.ports.fold(known).find(({ numbers }) => numbers.includes(key));
      const feeds = new FeedCalendar(this.ports.inForce(feedEvents.filter(({ receivedAt }) => receivedAt <= moment)));
      const next = moments[index + 1];
      const until = next === undefined ? asOf : danishDay(next);
      let day: Day | undefined = danishDay(moment);
      let cause: HistoryEntry['cause'] = 'event';
      while (day !== undefined && (cause === 'event' || (next === undefined ? day <= until : day < until))) {
        const decisions = person === undefined ? [] : decidePerson(this.definitions, person, feeds, day);
        tell(
          cause === 'event' ? formatInstant(moment) : day,
          day,
          cause,
          decisions,
          cause === 'event' ? moment : undefined,
        );
        day = person === undefined ? undefined : nextDeadline(this.definitions, person, feeds, day);
        cause = 'deadline';
      }
    }
    return history;
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
    return this.ports.fold(knownAt === undefined ? group : { ...group, eventsOf: knownBy(group, knownAt) });
  }

  private async groupOf(key: PersonKey): Promise<RelatedEvents> {
    const [keys = [key]] = await this.ports.events.groupsOf([key]);
    return { keys, eventsOf: await this.ports.events.load(keys) };
  }

  private async feedsAt(knownAt = Infinity): Promise<FeedCalendar> {
    const events = await this.ports.feedEvents.all();
    return new FeedCalendar(this.ports.inForce(events.filter(({ receivedAt }) => receivedAt <= knownAt)));
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

const nameOf = ({ pathway, indicator }: IndicatorDecision): string => `${pathway} ${indicator}`;

function parseName(name: string): { pathway: number; indicator: string } {
  const [pathway = '', indicator = ''] = name.split(' ');
  return { pathway: Number(pathway), indicator };
}

/** What makes a decision another one; the mere number of troubled days grows daily and is no news. */
function essence({ trouble, ...decision }: IndicatorDecision): string {
  return JSON.stringify([decision, trouble?.reason, trouble?.organisation]);
}
