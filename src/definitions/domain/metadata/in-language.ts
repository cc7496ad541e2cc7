import type { Bilingual, Language } from '../../../kernel/language';

/** A value whose texts stand in both languages or in one. */
export type Worded<T> = T extends Bilingual
  ? Bilingual | string
  : T extends object
    ? { readonly [K in keyof T]: Worded<T[K]> }
    : T;

/** The same value with every text in both languages replaced by its text in one; without a language it stays as it is. */
export function inLanguage<T>(value: T, language: Language | undefined): Worded<T> {
  return (language === undefined ? value : worded(value, language)) as Worded<T>;
}

function worded(value: unknown, language: Language): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => worded(item, language));
  const entries = Object.entries(value);
  if (isBilingual(entries)) return (value as Record<Language, string>)[language];
  return Object.fromEntries(entries.map(([name, inner]) => [name, worded(inner, language)]));
}

const isBilingual = (entries: readonly (readonly [string, unknown])[]): boolean =>
  entries.length === 2 && entries.every(([name, text]) => (name === 'da' || name === 'en') && typeof text === 'string');
