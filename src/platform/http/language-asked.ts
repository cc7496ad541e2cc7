import type { Request } from 'express';
import type { Language } from '../../kernel/language';

/** The language a request asks for by `Accept-Language` (RFC 9110 §12.5.4); English where it asks for neither or for none. */
export function languageAsked(request: Pick<Request, 'acceptsLanguages'>): Language {
  return (request.acceptsLanguages('en', 'da') || 'en') as Language;
}
