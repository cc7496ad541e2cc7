import type { Request } from 'express';
import { LANGUAGES, type Language } from '../../kernel/language';
import { languageAskedIn } from '../../kernel/language-asked';

/** Where a chosen language is remembered. */
export const LANGUAGE_COOKIE = 'rehabspor_language';

const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text);

/** The language that was just chosen (`?lang=`); undefined where none was. */
export const languageChosen = ({ query }: Pick<Request, 'query'>): Language | undefined =>
  isLanguage(query['lang']) ? query['lang'] : undefined;

/** The language pages are shown in: the one chosen now or before, else the one the browser prefers, else Danish. */
export function languageOfPages(request: Pick<Request, 'query' | 'headers'>): Language {
  const remembered = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`).exec(request.headers.cookie ?? '')?.[1];
  const chosen = languageChosen(request) ?? remembered;
  return isLanguage(chosen) ? chosen : (languageAskedIn(request.headers['accept-language'] ?? '') ?? 'da');
}
