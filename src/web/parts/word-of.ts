import type { Bilingual } from '../../kernel/language';
import { say, type Visit } from '../site/visit';

/** A word of a list, or the code where the list has none. */
export function wordOf(visit: Visit, words: object, code: string): string {
  const word = (words as Readonly<Partial<Record<string, Bilingual>>>)[code];
  return word === undefined ? code : say(visit, word);
}
