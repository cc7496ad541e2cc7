import type { DefinitionSet, PopulationDefinition } from '../../kernel/definition';
import { digestOfJson } from '../../kernel/digest';
import type { PersonPathways } from '../../kernel/pathway';
import type { DecisionSource } from '../../ports/decision-source';
import { DecisionsByDefinition } from '../../ports/decisions-by-definition';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { RelatedEvents } from '../../ports/person-event-store';
import { compileDefinitions } from '../domain/compile';
import { DecisionsAt, type ViewingPorts } from './decisions-at';

export interface ByDefinitionPorts extends Omit<ViewingPorts, 'fold'> {
  /** Folds a group of related keys into the persons among them. */
  readonly fold: (group: RelatedEvents, population: PopulationDefinition) => readonly PersonPathways[];
  /** What the states were folded under. */
  readonly population: PopulationDefinition;
}

/** Decides from the folded states while the population is theirs; under any other everyone is folded from events. */
export class DecideByDefinition extends DecisionsByDefinition {
  constructor(private readonly ports: ByDefinitionPorts) {
    super();
  }

  override under(set: DefinitionSet, policy: Readonly<Record<string, string>>): DecisionSource {
    const { population, fold, states, ...ports } = this.ports;
    const folded = (group: RelatedEvents): readonly PersonPathways[] => fold(group, set.population);
    const isFolded = digestOfJson(population) === digestOfJson(set.population);
    return new DecisionsAt(compileDefinitions(set, policy), {
      ...ports,
      fold: folded,
      states: isFolded ? states : { scan: (atATime) => foldedAnew(ports, folded, atATime) },
    });
  }
}

async function* foldedAnew(
  { events }: Pick<ViewingPorts, 'events'>,
  fold: ViewingPorts['fold'],
  atATime: number,
): ReturnType<PathwayStateStore['scan']> {
  for await (const groups of events.scan(atATime)) {
    yield groups.flatMap(fold).filter(({ pathways }) => pathways.length > 0);
  }
}
