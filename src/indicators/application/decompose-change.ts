import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import { digestOfJson } from '../../kernel/digest';
import type { PersonPathways } from '../../kernel/pathway';
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
import { decidePerson } from '../domain/decide';
import { FeedCalendar } from '../domain/feed-calendar';
import { RECEIVED, receivedBetween, type Received } from '../domain/received-between';
import { decisionBasisOf } from '../domain/decision-basis';

export interface DecomposingPorts {
  readonly events: PersonEventStore;
  readonly feedEvents: FeedEventStore;
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
  constructor(private readonly ports: DecomposingPorts) {
    super();
  }

  override async *between(from: DecisionViewpoint, to: DecisionViewpoint): AsyncIterable<readonly DecomposedChange[]> {
    const steps = new ChangeSteps(from, to, await this.feedsAt(from.knownAt), await this.feedsAt(to.knownAt));
    for await (const groups of this.ports.events.scan(GROUPS_AT_A_TIME)) {
      yield groups.map((group) => steps.of(group)).filter(isPeopled);
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

/** What everyone's passage has in common. */
class ChangeSteps {
  private readonly start: CompiledDefinitions;
  private readonly end: CompiledDefinitions;
  private readonly changesPopulation: boolean;
  private readonly changesDefinitions: boolean;
  private readonly changesFeeds: boolean;

  constructor(
    private readonly from: DecisionViewpoint,
    private readonly to: DecisionViewpoint,
    private readonly feedsAtStart: Feeds,
    private readonly feedsAtEnd: Feeds,
  ) {
    this.start = compileDefinitions(from.set, from.policy);
    this.end = compileDefinitions(to.set, to.policy);
    this.changesPopulation = digestOfJson(from.set.population) !== digestOfJson(to.set.population);
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

    let pathways = foldGroup(through('before'), this.from.set.population);
    const start = this.decide(pathways, this.start, this.feedsAtStart, this.from.asOf);
    let persons =
      this.from.asOf === this.to.asOf ? start : this.decide(pathways, this.start, this.feedsAtStart, this.to.asOf);
    const steps: Step[] = [{ cause: 'passing-time', persons }];
    const moved = new Set(received?.values());
    for (const [cause, step] of STEPS) {
      if (moved.has(step)) {
        pathways = foldGroup(through(step), this.from.set.population);
        persons = this.decide(pathways, this.start, this.feedsAtStart, this.to.asOf);
      }
      steps.push({ cause, persons });
    }
    if (this.changesFeeds) persons = this.decide(pathways, this.start, this.feedsAtEnd, this.to.asOf);
    steps.push({ cause: 'feed-status', persons });
    if (this.changesPopulation) pathways = foldGroup(through('retracted'), this.to.set.population);
    if (this.changesDefinitions) persons = this.decide(pathways, this.end, this.feedsAtEnd, this.to.asOf);
    steps.push({ cause: 'definitions', persons });
    return { start, steps };
  }

  private decide(
    pathways: readonly PersonPathways[],
    definitions: CompiledDefinitions,
    { calendar }: Feeds,
    asOf: Day,
  ): readonly DecidedPerson[] {
    return pathways.map((person) => ({
      numbers: person.numbers,
      decisions: decidePerson(definitions, person, calendar, asOf),
      units: person.pathways.map(({ hospital, municipality }) =>
        municipality === undefined ? { hospital } : { hospital, municipality },
      ),
    }));
  }
}

const isThrough = (received: Received | undefined, last: Received): boolean =>
  received !== undefined && RECEIVED.indexOf(received) <= RECEIVED.indexOf(last);

function keeping(group: RelatedEvents, keeps: (event: ClinicalEvent) => boolean): RelatedEvents {
  return { keys: group.keys, eventsOf: (key: PersonKey) => group.eventsOf(key).filter(keeps) };
}
