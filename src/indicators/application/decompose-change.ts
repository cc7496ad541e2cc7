import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import { normalForm } from '../../kernel/digest';
import type { DefinitionSet } from '../../kernel/definition';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside } from '../../kernel/set-aside';
import { foldGroup } from '../../pathways/domain/fold-group';
import {
  ChangeDecomposition,
  type DecomposedChange,
  type DecidedPerson,
  type DecisionViewpoint,
  type ChangeCause,
  type Step,
} from '../../ports/change-decomposition';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { PersonEventStore, RelatedEvents } from '../../ports/person-event-store';
import { compileDefinitions, type CompiledDefinitions } from '../domain/compile';
import { FeedCalendar } from '../domain/feed-calendar';
import { RECEIVED, receivedBetween, type Received } from '../domain/received-between';
import { decisionBasisOf } from '../domain/decision-basis';
import { PERSON_LAW } from '../domain/person-law';
import { tell, type SetAsideNotes } from './notes-of-set-aside';

export interface DecomposingPorts {
  readonly events: PersonEventStore;
  readonly feedEvents: FeedEventStore;
  readonly setAside: SetAsideNotes;
}

const GROUPS_AT_A_TIME = 500;

/** What each step between two moments adds. */
const STEPS: readonly (readonly [ChangeCause, Received])[] = [
  ['late-events', 'late'],
  ['corrections', 'corrected'],
  ['retractions', 'retracted'],
];

/** Decides everyone at every step, folding anew only where events came in between or the population is another. */
export class DecomposeChange extends ChangeDecomposition {
  constructor(
    private readonly ports: DecomposingPorts,
    private readonly law = PERSON_LAW,
  ) {
    super();
  }

  override async *between(from: DecisionViewpoint, to: DecisionViewpoint): AsyncIterable<readonly DecomposedChange[]> {
    const feeds = [await this.feedsAt(from.knownAt), await this.feedsAt(to.knownAt)] as const;
    const steps = new ChangeSteps(from, to, feeds, this.law);
    for await (const groups of this.ports.events.scan(GROUPS_AT_A_TIME)) {
      yield groups.map((group) => steps.of(group)).filter(isPeopled);
      await tell(this.ports.setAside, steps.failed);
    }
  }

  private async feedsAt(knownAt: number): Promise<Feeds> {
    const events = await this.ports.feedEvents.all();
    const statuses = feedStatusesInForce(events.filter(({ receivedAt }) => receivedAt <= knownAt));
    return { calendar: FeedCalendar.of(statuses), name: JSON.stringify(statuses) };
  }
}

interface Feeds {
  readonly calendar: FeedCalendar;
  /** Equal names, equal statuses. */
  readonly name: string;
}

const isPeopled = ({ start, steps }: DecomposedChange): boolean =>
  [start, ...steps.map(({ persons }) => persons)].some((persons) => persons.some(({ units }) => units.length > 0));

/** What everyone's passage has in common. Whoever fails at a step is left out of it, as whoever decides leaves them out. */
class ChangeSteps {
  readonly failed: PersonSetAside[] = [];
  private readonly feedsAtStart: Feeds;
  private readonly feedsAtEnd: Feeds;
  private readonly start: CompiledDefinitions;
  private readonly end: CompiledDefinitions;
  private readonly changesPopulation: boolean;
  private readonly changesDefinitions: boolean;
  private readonly changesFeeds: boolean;

  constructor(
    private readonly from: DecisionViewpoint,
    private readonly to: DecisionViewpoint,
    feeds: readonly [atStart: Feeds, atEnd: Feeds],
    private readonly law: typeof PERSON_LAW,
  ) {
    const [feedsAtStart, feedsAtEnd] = feeds;
    this.feedsAtStart = feedsAtStart;
    this.feedsAtEnd = feedsAtEnd;
    this.start = compileDefinitions(from.set, from.policy);
    this.end = compileDefinitions(to.set, to.policy);
    this.changesPopulation = normalForm(from.set.population) !== normalForm(to.set.population);
    this.changesDefinitions = decisionBasisOf(this.start) !== decisionBasisOf(this.end);
    this.changesFeeds = feedsAtStart.name !== feedsAtEnd.name;
  }

  of(group: RelatedEvents): DecomposedChange {
    const { knownAt } = this.to;
    const received = receivedBetween(group.keys.flatMap(group.eventsOf), this.from.knownAt, knownAt);
    const through = (last: Received): RelatedEvents =>
      keeping(group, (event) =>
        received === undefined ? event.receivedAt <= knownAt : isThrough(received.get(event), last),
      );

    let pathways = this.fold(through('before'), this.from.set);
    const start = this.decide(pathways, this.start, this.feedsAtStart, this.from.asOf);
    let persons =
      this.from.asOf === this.to.asOf ? start : this.decide(pathways, this.start, this.feedsAtStart, this.to.asOf);
    const steps: Step[] = [{ cause: 'passing-time', persons }];
    const moved = new Set(received?.values());
    for (const [cause, step] of STEPS) {
      if (moved.has(step)) {
        pathways = this.fold(through(step), this.from.set);
        persons = this.decide(pathways, this.start, this.feedsAtStart, this.to.asOf);
      }
      steps.push({ cause, persons });
    }
    if (this.changesFeeds) persons = this.decide(pathways, this.start, this.feedsAtEnd, this.to.asOf);
    steps.push({ cause: 'feed-status', persons });
    if (this.changesPopulation) pathways = this.fold(through('retracted'), this.to.set);
    if (this.changesDefinitions) persons = this.decide(pathways, this.end, this.feedsAtEnd, this.to.asOf);
    steps.push({ cause: 'definitions', persons });
    return { start, steps };
  }

  private fold(group: RelatedEvents, { population }: DefinitionSet): readonly PersonPathways[] {
    return foldGroup(group, { population, fold: this.law.fold, setAside: (one) => void this.failed.push(one) });
  }

  private decide(
    pathways: readonly PersonPathways[],
    definitions: CompiledDefinitions,
    { calendar }: Feeds,
    asOf: Day,
  ): readonly DecidedPerson[] {
    const decided = (person: PersonPathways): DecidedPerson => ({
      numbers: person.numbers,
      decisions: this.law.decide(definitions, person, calendar, asOf),
      units: person.pathways.map(({ hospital, municipality }) =>
        municipality === undefined ? { hospital } : { hospital, municipality },
      ),
    });
    const setAside = (one: PersonSetAside): void => void this.failed.push(one);
    return pathways.flatMap((person) => attemptFor(person.person, 'deciding', () => decided(person), setAside) ?? []);
  }
}

const isThrough = (received: Received | undefined, last: Received): boolean =>
  received !== undefined && RECEIVED.indexOf(received) <= RECEIVED.indexOf(last);

function keeping(group: RelatedEvents, keeps: (event: ClinicalEvent) => boolean): RelatedEvents {
  return { keys: group.keys, eventsOf: (key: PersonKey) => group.eventsOf(key).filter(keeps) };
}
