import type { DefinitionSet, PopulationDefinition } from '../../kernel/definition';
import { normalForm } from '../../kernel/digest';
import { foldGroup } from '../../pathways/domain/fold-group';
import type { DecisionSource } from '../../ports/decision-source';
import { DecisionsByDefinition } from '../../ports/decisions-by-definition';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import { compileDefinitions } from '../domain/compile';
import type { PersonSetAside } from '../../kernel/set-aside';
import { PERSON_LAW } from '../domain/person-law';
import { DecisionsAt, type ViewingPorts } from './decisions-at';
import { tell } from './notes-of-set-aside';

export interface ByDefinitionPorts extends ViewingPorts {
  /** What the states were folded under. */
  readonly population: PopulationDefinition;
}

/** Decides from the folded states while the population is theirs; under any other everyone is folded from events. */
export class DecideByDefinition extends DecisionsByDefinition {
  constructor(
    private readonly ports: ByDefinitionPorts,
    private readonly law = PERSON_LAW,
  ) {
    super();
  }

  override under(set: DefinitionSet, policy: Readonly<Record<string, string>>): DecisionSource {
    const { population, columns, ...ports } = this.ports;
    const isFolded = normalForm(population) === normalForm(set.population);
    const foldedAnew = { scan: (atATime: number) => this.scanAnew(set.population, atATime) };
    const people = isFolded ? { states: ports.states, ...(columns && { columns }) } : { states: foldedAnew };
    return new DecisionsAt(compileDefinitions(set, policy), { ...ports, ...people }, this.law);
  }

  private async *scanAnew(population: PopulationDefinition, atATime: number): ReturnType<PathwayStateStore['scan']> {
    const failed: PersonSetAside[] = [];
    const folding = { population, fold: this.law.fold, setAside: (one: PersonSetAside) => void failed.push(one) };
    for await (const groups of this.ports.events.scan(atATime)) {
      yield groups.flatMap((group) => foldGroup(group, folding)).filter(({ pathways }) => pathways.length > 0);
      await tell(this.ports.setAside, failed);
    }
  }
}
