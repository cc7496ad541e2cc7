import type { Request } from 'express';
import type { Language } from '../../kernel/language';
import { languageAskedIn } from '../../kernel/language-asked';

/** The language a request asks for by `Accept-Language`; English where it asks for neither or for none. */
export function languageAsked({ headers }: Pick<Request, 'headers'>): Language {
  return languageAskedIn(headers['accept-language'] ?? '') ?? 'en';
}
