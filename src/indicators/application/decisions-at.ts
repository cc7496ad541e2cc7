import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { IndicatorDecision } from '../../kernel/decision';
import { journeyOf } from '../../kernel/journey';
import type { Pathway, PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside, type SetsAside } from '../../kernel/set-aside';
import { foldGroup } from '../../pathways/domain/fold-group';
import {
  DecisionSource,
  type CountedPerson,
  type DecidedPerson,
  type History,
  type KnownPerson,
} from '../../ports/decision-source';
import { type Viewpoint } from '../../kernel/viewpoint';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore, RelatedEvents } from '../../ports/person-event-store';
import type { LawInColumns } from '../domain/columns/law-in-columns';
import type { CompiledDefinitions } from '../domain/compile';
import { FeedCalendar } from '../domain/feed-calendar';
import { PERSON_LAW } from '../domain/person-law';
import { countedInColumns, type EveryonesColumns } from './counted-in-columns';
import { knownBy, knownGroupOf } from './known-group';
import { PersonHistory } from './person-history';
import { tell, type SetAsideNotes } from './notes-of-set-aside';

export interface ViewingPorts {
  readonly states: Pick<PathwayStateStore, 'scan'>;
  readonly events: PersonEventStore;
  readonly feedEvents: FeedEventStore;
  readonly setAside: SetAsideNotes;
  /** Absent where persons are looked at as the store does not keep them. */
  readonly columns?: EveryonesColumns;
}

/** A person as folded, and what was decided from that. */
export interface DecidedFolded {
  readonly folded: PersonPathways;
  /** Ordered by pathway, number. */
  readonly decisions: readonly IndicatorDecision[];
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

  override counted(viewpoint: Viewpoint): AsyncIterable<readonly CountedPerson[]> {
    const { columns } = this.ports;
    const law = viewpoint.knownAt === undefined ? this.law.inColumns?.(this.definitions) : undefined;
    if (columns === undefined || law === undefined) return this.each(viewpoint, countedOf);
    return this.countedByColumns(law, columns, viewpoint.asOf);
  }

  private async *countedByColumns(
    law: LawInColumns,
    columns: EveryonesColumns,
    asOf: Day,
  ): AsyncIterable<readonly CountedPerson[]> {
    const feeds = await this.feedsAt();
    const failed: PersonSetAside[] = [];
    const by = { feeds, asOf, setAside: (one: PersonSetAside) => void failed.push(one) };
    for await (const page of countedInColumns(law, columns, by, PERSONS_AT_A_TIME)) {
      yield page.flatMap(({ counted, folded }) => {
        if (counted === undefined) return this.decidedOf(folded, by, countedOf) ?? [];
        return counted.decisions.length === 0 ? [] : counted;
      });
      await tell(this.ports.setAside, failed);
    }
  }

  override everyone(viewpoint: Viewpoint): AsyncIterable<readonly DecidedPerson[]> {
    return this.each(viewpoint, (person, decisions) => ({
      person: person.person,
      decisions,
      units: unitsOf(person),
    }));
  }

  /** Everyone as `everyone`, with all that the decisions were made from, also what happened after the viewpoint's day. */
  everyoneFolded(viewpoint: Viewpoint): AsyncIterable<readonly DecidedFolded[]> {
    return this.each(viewpoint, (folded, decisions) => ({ folded, decisions }));
  }

  override async person(key: PersonKey, viewpoint: Viewpoint): Promise<KnownPerson | undefined> {
    const feeds = await this.feedsAt(viewpoint.knownAt);
    const group = await knownGroupOf(this.ports.events, key);
    const failed: PersonSetAside[] = [];
    const setAside: SetsAside = (one) => void failed.push(one);
    const person = this.folded(knownBy(group, viewpoint.knownAt), setAside).find(({ numbers }) =>
      numbers.includes(key),
    );
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

  private async *each<T>(
    { asOf, knownAt }: Viewpoint,
    make: (person: PersonPathways, decisions: readonly IndicatorDecision[]) => T,
  ): AsyncIterable<readonly T[]> {
    const feeds = await this.feedsAt(knownAt);
    const failed: PersonSetAside[] = [];
    const setAside: SetsAside = (one) => void failed.push(one);
    for await (const persons of this.foldedAt(knownAt, setAside)) {
      yield persons.flatMap((person) => this.decidedOf(person, { feeds, asOf, setAside }, make) ?? []);
      await tell(this.ports.setAside, failed);
    }
  }

  /** Undefined where nothing is decided, or that fails. */
  private decidedOf<T>(
    person: PersonPathways,
    { feeds, asOf, setAside }: { readonly feeds: FeedCalendar; readonly asOf: Day; readonly setAside: SetsAside },
    make: (person: PersonPathways, decisions: readonly IndicatorDecision[]) => T,
  ): T | undefined {
    const made = (): T | undefined => {
      const decisions = this.law.decide(this.definitions, person, feeds, asOf);
      return decisions.length === 0 ? undefined : make(person, decisions);
    };
    return attemptFor(person.person, 'deciding', made, setAside);
  }

  private known(person: PersonPathways, feeds: FeedCalendar, asOf: Day): KnownPerson {
    const decisions = this.law.decide(this.definitions, person, feeds, asOf);
    return { person: person.person, numbers: person.numbers, decisions, units: unitsOf(person) };
  }

  override async history(key: PersonKey, viewpoint: Viewpoint): Promise<History> {
    const { events, feedEvents, setAside } = this.ports;
    const failed: PersonSetAside[] = [];
    const history = new PersonHistory(key, await knownGroupOf(events, key), await feedEvents.all(), {
      definitions: this.definitions,
      law: this.law,
      setAside: (one) => void failed.push(one),
    });
    const told = await history.through(viewpoint);
    await tell(setAside, failed);
    return told;
  }

  private async *foldedAt(knownAt: number | undefined, setAside: SetsAside): AsyncIterable<readonly PersonPathways[]> {
    if (knownAt === undefined) {
      yield* this.ports.states.scan(PERSONS_AT_A_TIME);
      return;
    }
    for await (const groups of this.ports.events.scan(PERSONS_AT_A_TIME)) {
      yield groups.flatMap((group) => this.folded(through(group, knownAt), setAside));
    }
  }

  private folded(group: Parameters<typeof foldGroup>[0], setAside: SetsAside): readonly PersonPathways[] {
    const { population } = this.definitions.set;
    return foldGroup(group, { population, setAside, fold: this.law.fold });
  }

  private async feedsAt(knownAt = Infinity): Promise<FeedCalendar> {
    const events = await this.ports.feedEvents.all();
    return FeedCalendar.of(feedStatusesInForce(events.filter(({ receivedAt }) => receivedAt <= knownAt)));
  }
}

function unitsOf({ pathways, civilStates }: PersonPathways): DecidedPerson['units'] {
  return pathways.map((pathway) => ({ ...countedUnitOf(pathway), journey: journeyOf(pathway, civilStates) }));
}

const countedOf = ({ person, pathways }: PersonPathways, decisions: readonly IndicatorDecision[]): CountedPerson => ({
  person,
  decisions,
  units: pathways.map(countedUnitOf),
});

function countedUnitOf({ hospital, municipality, indexDay }: Pathway): CountedPerson['units'][number] {
  return { hospital, ...(municipality === undefined ? undefined : { municipality }), indexDay };
}

/** What of a group had been received by a moment. */
function through({ keys, eventsOf }: RelatedEvents, moment: number): RelatedEvents {
  return { keys, eventsOf: (key) => eventsOf(key).filter(({ receivedAt }) => receivedAt <= moment) };
}
