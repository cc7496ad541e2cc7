import type { IndicatorDefinition, Span } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { SPAN_WORDS } from '../../../kernel/words/rules';
import { BOUND_WORDS } from '../../../kernel/words/shared';

/** `180 dage`, `12 months`. */
export function spanText(span: Span): Bilingual {
  const count = Number.parseInt(span, 10);
  return span.endsWith('d') ? SPAN_WORDS.days({ count }) : SPAN_WORDS.months({ count });
}

/** `mindst 75 %`, `at most 5 %`. */
export function targetText({ direction, percent }: IndicatorDefinition['target']): Bilingual {
  return direction === 'at-least' ? BOUND_WORDS.atLeastPercent({ percent }) : BOUND_WORDS.atMostPercent({ percent });
}

/** Codes that match by prefix: `BUG*, BUH*`. */
export const prefixesText = (prefixes: readonly string[]): string => prefixes.map((prefix) => `${prefix}*`).join(', ');
