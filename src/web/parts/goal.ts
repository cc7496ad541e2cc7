import { BOUND_WORDS } from '../../kernel/words/shared';
import type { Bilingual } from '../../kernel/language';
import type { Shapes } from './shapes';

/** `mindst 75 %`. */
export const goalText = ({ direction, percent }: Shapes['Target']): Bilingual =>
  (direction === 'at-least' ? BOUND_WORDS.atLeastPercent : BOUND_WORDS.atMostPercent)({ percent });
