import type { DefinitionSet, Measures, PopulationDefinition } from '../../kernel/definition';
import { isSameUnit } from '../../kernel/codes';
import type { Fact } from '../../kernel/pathway';

/** What persons are folded by: the population, and the measures where it is to be found what is kept and never used. */
export type FoldedBy = PopulationDefinition & { readonly measures?: Measures };

/** What persons are folded by under a definition set. */
export function foldedBy({ population, measures }: Pick<DefinitionSet, 'population' | 'measures'>): FoldedBy {
  return { ...population, measures };
}

/** True for a laboratory result of a measure in a unit that the measure is not used in (interface.md §1). */
export function isInUnusedUnit(fact: Fact, measures: Measures): boolean {
  if (fact.kind !== 'laboratory') return false;
  for (const key in measures) {
    const { npu, unit } = measures[key] as Measures[string];
    if (npu?.includes(fact.npu) === true && unit !== undefined) return !isSameUnit(fact.unit, unit);
  }
  return false;
}
