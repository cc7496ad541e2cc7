import { both, type Bilingual } from './language';
import { CODED_VALUE_WORDS } from './words/codes';

const WORDS: Readonly<Record<string, Bilingual>> = CODED_VALUE_WORDS;

/** A coded value of a fact in a word, such as a smoking status; one without a word is said as it is. */
export function valueWord(value: string): Bilingual {
  return WORDS[value] ?? both(value, value);
}
