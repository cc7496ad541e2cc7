import type { DecisionValue } from '../../kernel/decision';
import type { Bounds, Limit, Measure } from '../../kernel/definition';
import { both, joined, type Bilingual } from '../../kernel/language';
import { inDanish, inEnglish, listed, numberText, type Sayable } from '../../kernel/localised';
import { BOUND_WORDS } from '../../kernel/words/shared';

/** True when the limits' numbers read as one: there is one, or the measure writes them as one (`128/78`). */
export function isOneNumber(limits: readonly Limit[], measure: Measure | undefined): boolean {
  return measure?.writtenAsOne === true || fieldsOf(limits).length === 1;
}

/** The limits' numbers: `128/78`, `62`, or each by its name, `anxiety 4 and depression 3`. */
export function numbersText(value: DecisionValue, limits: readonly Limit[], measure: Measure | undefined): Bilingual {
  const numbers = fieldsOf(limits).map((field) => ({ field, number: said(value[field] ?? '') }));
  if (isOneNumber(limits, measure)) return asOne(numbers.map(({ number }) => number));
  return listed(
    numbers.map(({ field, number }) => named(field, number, measure)),
    'and',
  );
}

/** What the numbers are held against: `below 140/90`, `at most 53`, `anxiety below 8 and depression below 8`. */
export function goalText(limits: readonly Limit[], measure: Measure | undefined): Bilingual {
  const bounds = limits.map(boundsOf);
  const kind = bounds[0]?.[0]?.kind;
  const isAlike = measure?.writtenAsOne === true && bounds.every((each) => each.length === 1 && each[0]?.kind === kind);
  if (kind !== undefined && isAlike && fieldsOf(limits).length === limits.length) {
    return BOUND_WORDS[kind]({ number: asOne(bounds.flat().map(({ number }) => number)) });
  }
  const isOne = fieldsOf(limits).length === 1;
  return listed(
    limits.map((limit) => {
      const text = boundsText(limit);
      return isOne ? text : named(limit.field, text, measure);
    }),
    'and',
  );
}

/** `below 75`, `at least 90 and below 140`. */
export function boundsText(bounds: Bounds): Bilingual {
  return listed(
    boundsOf(bounds).map(({ kind, number }) => BOUND_WORDS[kind]({ number })),
    'and',
  );
}

const KINDS = ['atLeast', 'below', 'atMost'] as const;

const boundsOf = (bounds: Bounds): { readonly kind: (typeof KINDS)[number]; readonly number: Bilingual }[] =>
  KINDS.flatMap((kind) => {
    const number = bounds[kind];
    return number === undefined ? [] : [{ kind, number: numberText(number) }];
  });

const fieldsOf = (limits: readonly Limit[]): string[] => [...new Set(limits.map(({ field }) => field))];

const asOne = (numbers: readonly Bilingual[]): Bilingual => joined(numbers, '/');

const said = (value: Sayable): Bilingual => both(inDanish(value), inEnglish(value));

function named(field: string, text: Bilingual, measure: Measure | undefined): Bilingual {
  return joined([measure?.numbers?.[field]?.title ?? both(field, field), text], ' ');
}
