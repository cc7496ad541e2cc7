import type { Day } from './day';
import { both, joined, type Bilingual, type Language } from './language';

/** What a sentence is filled in with: a number is written as the language writes it, a plain text is the same in both. */
export type Sayable = Bilingual | string | number;
/** What stands at the named places of a sentence. */
export type Filling<Name extends string> = Readonly<Record<Name, Sayable>>;

/** One for each language, made once and when it is first asked for: making them takes far longer than using them. */
class InBoth<T> implements Readonly<Record<Language, T>> {
  private danish: T | undefined;
  private english: T | undefined;

  constructor(private readonly make: (locale: string) => T) {}

  get da(): T {
    return (this.danish ??= this.make('da-DK'));
  }

  get en(): T {
    return (this.english ??= this.make('en-GB'));
  }
}
const inBoth = <T>(make: (locale: string) => T) => new InBoth(make);
interface DayParts {
  readonly dayOfMonth: number;
  readonly month: number;
  readonly year: number;
}
/** Writes days: what stands between the day and the year is asked for once a month, since asking takes microseconds. */
const DAYS = inBoth((locale) => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const between = Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2023, month, 1));
    return parts.flatMap(({ type, value }) => (type === 'literal' || type === 'month' ? [value] : [])).join('');
  });
  return ({ dayOfMonth, month, year }: DayParts): string => `${dayOfMonth}${between[month - 1]}${year}`;
});
const MONTHS = {
  long: inBoth((locale) => monthNames(locale, 'long')),
  short: inBoth((locale) => monthNames(locale, 'short')),
};
function monthNames(locale: string, month: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2023, at, 1)));
}
const PLURALS = inBoth((locale) => new Intl.PluralRules(locale));
const NUMBERS = inBoth((locale) => new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }));
const TENTHS = inBoth(
  (locale) => new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const LISTS = {
  and: inBoth((locale) => new Intl.ListFormat(locale, { type: 'conjunction' })),
  or: inBoth((locale) => new Intl.ListFormat(locale, { type: 'disjunction' })),
};

/** A day as people write it: `18. januar 2023`, `18 January 2023`. */
export function dayText(day: Day): Bilingual {
  const parts = { dayOfMonth: Number(day.slice(8)), month: Number(day.slice(5, 7)), year: Number(day.slice(0, 4)) };
  return both(DAYS.da(parts), DAYS.en(parts));
}

/** A month as people write it, `september 2023`; short, where there is little room: `sep. 2023`. */
export function monthText(month: number, year: string, length: 'long' | 'short' = 'long'): Bilingual {
  const { da, en } = MONTHS[length];
  return joined([both(da[month - 1] ?? '', en[month - 1] ?? ''), both(year, year)], ' ');
}

/** A number with all its decimals; a whole one is written alike everywhere, and quicker without asking. */
const written = (value: number, language: Language): string =>
  Number.isSafeInteger(value) ? String(value) : NUMBERS[language].format(value);

/** A number as each language writes it, with all its decimals: `1,4`, `1.4`. */
export function numberText(value: number): Bilingual {
  return both(written(value, 'da'), written(value, 'en'));
}

/** A number with one decimal, `72,0` or `72.0`. */
export function tenthsText(value: number, language: Language): string {
  return TENTHS[language].format(value);
}

/** `a, b og c`, `a, b and c`; or with `eller`, `or`. */
export function listed(parts: readonly Bilingual[], how: 'and' | 'or'): Bilingual {
  return both(LISTS[how].da.format(parts.map(({ da }) => da)), LISTS[how].en.format(parts.map(({ en }) => en)));
}

/** True when the language speaks of so many in the singular; of whole numbers both do of one only. */
export function isOne(count: number, language: Language): boolean {
  if (Number.isSafeInteger(count)) return Math.abs(count) === 1;
  return PLURALS[language].select(count) === 'one';
}

/** What is filled into a Danish sentence. */
export function inDanish(said: Sayable): string {
  return typeof said === 'object' ? said.da : typeof said === 'number' ? written(said, 'da') : said;
}

/** What is filled into an English sentence. */
export function inEnglish(said: Sayable): string {
  return typeof said === 'object' ? said.en : typeof said === 'number' ? written(said, 'en') : said;
}
