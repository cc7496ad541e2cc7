import { both, type Bilingual } from '../../kernel/language';
import { POISON_REMEDY_WORDS as REMEDY, POISON_WORDS as WORDS } from '../../kernel/words/poison';
import { isOfSources } from '../../kernel/source-topic';
import { kafkaErrorName } from './kafka-errors';

/** Why a message cannot be handled and what cures it, each in a sentence; never what the message holds. */
export interface Why {
  readonly what: Bilingual;
  readonly remedy: Bilingual;
}

/** Of a topic that only we write to: someone else did. */
const foreign = (what: Bilingual): Why => ({ what, remedy: REMEDY.foreign });

export const NO_VALUE = foreign(WORDS.noValue);
export const NOT_JSON = foreign(WORDS.notJson);
export const NOT_OBJECT = foreign(WORDS.notObject);
export const OTHER_KEY = foreign(WORDS.otherKey);
/** `schema` is the name of the contract's file. */
export const otherForm = (schema: string): Why => foreign(WORDS.otherForm({ schema }));

/** A syntax error quotes the text it stumbled over. */
export const isQuoting = (error: unknown): boolean => error instanceof Error && error.name === 'SyntaxError';

/** Why handling a message of a topic fails, by what was thrown. */
export function whyFailed(error: unknown, topic: string): Why {
  if (kafkaErrorName(error) === 'MESSAGE_TOO_LARGE') return { what: WORDS.tooLarge, remedy: REMEDY.tooLarge };
  const remedy = isOfSources(topic) ? REMEDY.fault : REMEDY.faultWithin;
  if (isQuoting(error)) return { what: WORDS.notParsed, remedy };
  const told = error instanceof Error ? `${error.name}: ${error.message}` : 'Error';
  return { what: WORDS.failed({ error: both(told, told) }), remedy };
}
