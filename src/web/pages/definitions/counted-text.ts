import type { Bilingual } from '../../../kernel/language';
import { OUTCOME_WORDS } from '../../../kernel/words/codes';
import { TRIAL_PAGE_WORDS } from '../../../kernel/words/definitions';
import { INDICATOR_PAGE_WORDS } from '../../../kernel/words/indicator-pages';
import type { Shapes } from '../../parts/shapes';

/** What a decision is counted as, in words. */
export function countedText(counted: Shapes['CountedOutcome']): Bilingual {
  if (counted === 'met-so-far') return INDICATOR_PAGE_WORDS.metSoFar;
  if (counted === 'not-counted') return TRIAL_PAGE_WORDS.notCounted;
  return OUTCOME_WORDS[counted];
}
