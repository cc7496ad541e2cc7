import { holdsCpr } from './cpr-text';

const LONGEST_NAME = 100;
const LONGEST_NOTE = 2_000;

/** A kind of text that people write and others read, for as long as the books are kept. */
export interface HumanWords {
  /** True when a text can be taken. */
  readonly fits: (text: string) => boolean;
  /** What the text must be, in words that follow its name. */
  readonly remedy: string;
}

/** Who does something: one line. */
export const PERSON_NAME: HumanWords = {
  fits: (text) => isWritten(text, LONGEST_NAME) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text),
  remedy: `must be a person’s name of at most ${LONGEST_NAME} characters, without a CPR number`,
};

/** Why something is done: lines and tabs are well, characters that steer a terminal are not. */
export const NOTE: HumanWords = {
  fits: (text) => isWritten(text, LONGEST_NOTE) && !/(?![\n\r\t])\p{Cc}/u.test(text),
  remedy: `must be a text of at most ${LONGEST_NOTE} characters, without a CPR number`,
};

/** What is said of a text that nobody counts as a name or a note, and that holds a CPR number all the same. */
export const NO_CPR_HERE = 'must not hold anything like a CPR number';

/** A name as it is kept: blanks trimmed and single. */
export const tidyName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** True when two names are one person's, as far as names can tell: case, width and blanks do not make another. */
export const isSamePerson = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (name: string): string => tidyName(name.normalize('NFKC')).toLocaleLowerCase('da');

const isWritten = (text: string, longest: number): boolean =>
  text.trim() !== '' && text.length <= longest && !holdsCpr(text);
