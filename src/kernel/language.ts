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
  for (const [at, part] of parts.entries()) {
    da += at === 0 ? part.da : separator + part.da;
    en += at === 0 ? part.en : separator + part.en;
  }
  return both(da, en);
}
