import type { DefinitionSet } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { LIMIT_WORDS } from '../../../kernel/words/cql';

/** What of a decision CQL over one person's FHIR cannot say, each in a sentence or two (docs/formats/cql.md). */
export function limitsOf({ population }: Pick<DefinitionSet, 'population'>): readonly Bilingual[] {
  const { second, ...limits } = LIMIT_WORDS;
  return [...Object.values(limits), second({ days: population.nextPathwayAfterDays })];
}
