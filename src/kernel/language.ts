export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in Danish and in English. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Puts a Danish and an English text together. */
export const both = (da: string, en: string): Bilingual => ({ da, en });

/** Nothing to say, in both languages. */
export const NOTHING = both('', '');

/** Texts one after the other, in both languages. */
export function joined(parts: readonly Bilingual[], separator = ''): Bilingual {
  return both(parts.map(({ da }) => da).join(separator), parts.map(({ en }) => en).join(separator));
}
