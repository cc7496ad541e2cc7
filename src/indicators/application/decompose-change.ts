import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { PopulationDefinition } from '../../kernel/definition';
import { digestOfJson } from '../../kernel/digest';
import type { PersonPathways } from '../../kernel/pathway';
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
import { rungsBetween, type Rung } from '../domain/received-between';
import { decisionBasisOf } from '../domain/decision-basis';
import type { DecidingPorts } from './decide-persons';

export interface DecomposingPorts {
  readonly events: PersonEventStore;
  readonly feedEvents: FeedEventStore;
  readonly inForce: DecidingPorts['inForce'];
  /** Folds a group of related keys into the persons among them. */
  readonly fold: (group: RelatedEvents, population: PopulationDefinition) => readonly PersonPathways[];
}

const GROUPS_AT_A_TIME = 500;

/** The rung whose events each step between two moments adds. */
const RUNGS: readonly (readonly [ChangeCause, Rung])[] = [
  ['late-events', 1],
  ['corrections', 2],
  ['retractions', 3],
];

/** Decides everyone at every step, folding anew only where events came in between or the population is another. */
export class DecomposeChange extends ChangeDecomposition {
  constructor(private readonly ports: DecomposingPorts) {
    super();
  }

  override async *between(from: DecisionViewpoint, to: DecisionViewpoint): AsyncIterable<readonly DecomposedChange[]> {
    const steps = new ChangeSteps(
      this.ports,
      from,
      to,
      await this.feedsAt(from.knownAt),
      await this.feedsAt(to.knownAt),
    );
    for await (const groups of this.ports.events.scan(GROUPS_AT_A_TIME)) {
      yield groups.map((group) => steps.of(group)).filter(isPeopled);
    }
  }

  private async feedsAt(knownAt: number): Promise<Feeds> {
    const events = await this.ports.feedEvents.all();
    const statuses = this.ports.inForce(events.filter(({ receivedAt }) => receivedAt <= knownAt));
    return { calendar: new FeedCalendar(statuses), name: JSON.stringify(statuses) };
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
    private readonly ports: DecomposingPorts,
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
    const rungs = rungsBetween(group.keys.flatMap(group.eventsOf), this.from.knownAt, knownAt);
    const through = (rung: Rung): RelatedEvents =>
      keeping(group, (event) =>
        rungs === undefined ? event.receivedAt <= knownAt : isThrough(rungs.get(event), rung),
      );

    let pathways = this.ports.fold(through(0), this.from.set.population);
    const start = this.decide(pathways, this.start, this.feedsAtStart, this.from.asOf);
    let persons =
      this.from.asOf === this.to.asOf ? start : this.decide(pathways, this.start, this.feedsAtStart, this.to.asOf);
    const steps: Step[] = [{ cause: 'passing-time', persons }];
    const moved = new Set(rungs?.values());
    for (const [cause, rung] of RUNGS) {
      if (moved.has(rung)) {
        pathways = this.ports.fold(through(rung), this.from.set.population);
        persons = this.decide(pathways, this.start, this.feedsAtStart, this.to.asOf);
      }
      steps.push({ cause, persons });
    }
    if (this.changesFeeds) persons = this.decide(pathways, this.start, this.feedsAtEnd, this.to.asOf);
    steps.push({ cause: 'feed-status', persons });
    if (this.changesPopulation) pathways = this.ports.fold(through(3), this.to.set.population);
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

const isThrough = (rung: Rung | undefined, last: Rung): boolean => rung !== undefined && rung <= last;

function keeping(group: RelatedEvents, keeps: (event: ClinicalEvent) => boolean): RelatedEvents {
  return { keys: group.keys, eventsOf: (key: PersonKey) => group.eventsOf(key).filter(keeps) };
}
