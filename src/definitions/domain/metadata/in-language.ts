import type { Language } from '../../../kernel/language';

/** The same value with every text in both languages replaced by its text in one; without a language it stays as it is. */
export function inLanguage(value: unknown, language: Language | undefined): unknown {
  if (language === undefined || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  const entries = Object.entries(value);
  if (isBilingual(entries)) return (value as Record<Language, string>)[language];
  return Object.fromEntries(entries.map(([name, inner]) => [name, inLanguage(inner, language)]));
}

const isBilingual = (entries: readonly (readonly [string, unknown])[]): boolean =>
  entries.length === 2 && entries.every(([name, text]) => (name === 'da' || name === 'en') && typeof text === 'string');
