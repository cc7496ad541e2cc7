import type { DecisionValue } from '../../kernel/decision';
import type { Bilingual, Bounds, Limit, Measure } from '../../kernel/definition';
import { both, listed, spokenNumber } from './wording';

/** True when the limits' numbers read as one: there is one, or the measure writes them as one (`128/78`). */
export function isOneNumber(limits: readonly Limit[], measure: Measure | undefined): boolean {
  return measure?.writtenAsOne === true || fieldsOf(limits).length === 1;
}

/** The limits' numbers: `128/78`, `62`, or each by its name, `anxiety 4 and depression 3`. */
export function numbersText(value: DecisionValue, limits: readonly Limit[], measure: Measure | undefined): Bilingual {
  const numbers = fieldsOf(limits).map((field) => ({ field, number: spokenNumber(value[field] ?? '') }));
  if (isOneNumber(limits, measure)) return asOne(numbers.map(({ number }) => number));
  return listed(numbers.map(({ field, number }) => named(field, number, measure)));
}

/** What the numbers are held against: `below 140/90`, `at most 53`, `anxiety below 8 and depression below 8`. */
export function goalText(limits: readonly Limit[], measure: Measure | undefined): Bilingual {
  const [first, ...others] = limits.map(boundsOf);
  const isAlike =
    measure?.writtenAsOne === true &&
    first?.length === 1 &&
    others.every((bounds) => bounds.length === 1 && bounds[0]?.word === first[0]?.word);
  if (isAlike && fieldsOf(limits).length === limits.length) {
    const numbers = asOne(limits.map((limit) => boundsOf(limit)[0]?.number ?? both('', '')));
    const word = first[0]?.word ?? both('', '');
    return both(`${word.da} ${numbers.da}`, `${word.en} ${numbers.en}`);
  }
  const isOne = fieldsOf(limits).length === 1;
  return listed(
    limits.map((limit) => {
      const bounds = listed(
        boundsOf(limit).map(({ word, number }) => both(`${word.da} ${number.da}`, `${word.en} ${number.en}`)),
      );
      return isOne ? bounds : named(limit.field, bounds, measure);
    }),
  );
}

const BELOW = both('under', 'below');
const AT_LEAST = both('mindst', 'at least');
const AT_MOST = both('højst', 'at most');

function boundsOf({ below, atLeast, atMost }: Bounds): { readonly word: Bilingual; readonly number: Bilingual }[] {
  return [
    ...(atLeast === undefined ? [] : [{ word: AT_LEAST, number: spokenNumber(atLeast) }]),
    ...(below === undefined ? [] : [{ word: BELOW, number: spokenNumber(below) }]),
    ...(atMost === undefined ? [] : [{ word: AT_MOST, number: spokenNumber(atMost) }]),
  ];
}

const fieldsOf = (limits: readonly Limit[]): string[] => [...new Set(limits.map(({ field }) => field))];

const asOne = (numbers: readonly Bilingual[]): Bilingual =>
  both(numbers.map(({ da }) => da).join('/'), numbers.map(({ en }) => en).join('/'));

function named(field: string, text: Bilingual, measure: Measure | undefined): Bilingual {
  const title = measure?.numbers?.[field]?.title ?? both(field, field);
  return both(`${title.da} ${text.da}`, `${title.en} ${text.en}`);
}
