import type { Reader } from '../../access/domain/reader';
import type { Day } from '../../kernel/day';
import type { Bilingual, Language } from '../../kernel/language';
import type { Api } from '../../platform/http/within/api-within';

/** Somebody looking at a page: who they are, what they asked for, and what the API shows them. */
export interface Visit {
  readonly language: Language;
  /** Whoever has signed in; undefined while nobody has. */
  readonly reader?: Reader;
  /** Whether anybody may be anybody here, for trying. */
  readonly isDemo: boolean;
  readonly today: Day;
  /** As what this reader sees counts here. */
  readonly view: 'exact' | 'published';
  /** The API as this reader may use it. */
  readonly api: Api;
  /** The address of the page, without what is asked of it. */
  readonly path: string;
  /** What is asked of the page: the last value of each name that is not blank. */
  readonly asked: Readonly<Partial<Record<string, string>>>;
  /** What was posted with a form: every value of each name. */
  readonly posted: Readonly<Partial<Record<string, readonly string[]>>>;
  /** What an organisation is called, in the reader's language. */
  readonly nameOf: (organisation: string) => string;
  /** The parts of the address that have names. */
  readonly params: Readonly<Record<string, string>>;
  /** Whether the reader may see anything of an operation of the API. */
  readonly may: (operation: string) => boolean;
}

/** A text in the language of a visit. */
export const say = ({ language }: Pick<Visit, 'language'>, text: Bilingual): string => text[language];

/** The page's own address with some of what is asked of it changed; what becomes undefined or blank is left out. */
export function addressWith(
  { path, asked }: Pick<Visit, 'path' | 'asked'>,
  changed: Readonly<Partial<Record<string, string | number>>>,
): string {
  return addressOf(path, { ...asked, lang: undefined, ...changed });
}

/** An address with what is asked of it; what is undefined or blank is left out. */
export function addressOf(path: string, asked: Readonly<Partial<Record<string, string | number>>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The first value that was posted under a name, without blanks around it; '' where there is none. */
export const postedText = ({ posted }: Pick<Visit, 'posted'>, name: string): string => (posted[name]?.[0] ?? '').trim();
