import type { Request } from 'express';
import { LANGUAGES, type Language } from '../../kernel/language';

/** The language an asker prefers of those there are (`Accept-Language`); undefined when any will do or none is named. */
export function languageAsked(request: Request): Language | undefined {
  const header = request.headers['accept-language']?.trim() ?? '';
  if (header === '' || header === '*') return undefined;
  const preferred = request.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === preferred);
}
