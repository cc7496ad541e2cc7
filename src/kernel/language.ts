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
  let [da, en] = ['', ''];
  let between = '';
  for (const part of parts) {
    da += between + part.da;
    en += between + part.en;
    between = separator;
  }
  return both(da, en);
}
