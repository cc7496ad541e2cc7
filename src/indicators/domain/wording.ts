import { both, NOTHING, type Bilingual } from '../../kernel/language';
import { schemeText } from '../../kernel/organisation';
import { FORM_WORDS, REPORTER_WORDS } from '../../kernel/words/explanations';

const FORMS: Readonly<Record<string, Bilingual>> = FORM_WORDS;
const REPORTERS: Readonly<Record<string, Bilingual>> = REPORTER_WORDS;

/** How something was delivered, as the end of a sentence; empty where that is not known. */
export function formOf(what: string): Bilingual {
  const comma = what.indexOf(', ');
  return (comma < 0 ? undefined : FORMS[what.slice(comma + 2)]) ?? NOTHING;
}

/** A reporting organisation as the beginning of a sentence. */
export function reporter(organisation: string): Bilingual {
  const other = organisation.charAt(0).toUpperCase() + organisation.slice(1);
  return REPORTERS[schemeText(organisation) ?? ''] ?? both(other, other);
}
