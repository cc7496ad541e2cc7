import type { DefinitionSet, PopulationDefinition } from '../../kernel/definition';
import { digestOfJson } from '../../kernel/digest';
import { foldGroup } from '../../pathways/domain/fold-group';
import type { DecisionSource } from '../../ports/decision-source';
import { DecisionsByDefinition } from '../../ports/decisions-by-definition';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore } from '../../ports/person-event-store';
import { compileDefinitions } from '../domain/compile';
import { DecisionsAt, type ViewingPorts } from './decisions-at';

export interface ByDefinitionPorts extends ViewingPorts {
  /** What the states were folded under. */
  readonly population: PopulationDefinition;
}

/** Decides from the folded states while the population is theirs; under any other everyone is folded from events. */
export class DecideByDefinition extends DecisionsByDefinition {
  constructor(private readonly ports: ByDefinitionPorts) {
    super();
  }

  override under(set: DefinitionSet, policy: Readonly<Record<string, string>>): DecisionSource {
    const { population, ...ports } = this.ports;
    const isFolded = digestOfJson(population) === digestOfJson(set.population);
    const foldedAnew = { scan: (atATime: number) => scanAnew(ports.events, set.population, atATime) };
    return new DecisionsAt(compileDefinitions(set, policy), {
      ...ports,
      states: isFolded ? ports.states : foldedAnew,
    });
  }
}

async function* scanAnew(
  events: PersonEventStore,
  population: PopulationDefinition,
  atATime: number,
): ReturnType<PathwayStateStore['scan']> {
  for await (const groups of events.scan(atATime)) {
    yield groups.flatMap((group) => foldGroup(group, population)).filter(({ pathways }) => pathways.length > 0);
  }
}
