import { MEND_WORDS, RETRACTION_WORDS } from '../../../kernel/words/sources';

/** What was done before one was led on to a source's page. */
export const DONE_WORDS = { mended: MEND_WORDS.done, retracted: RETRACTION_WORDS.done } as const;
export type Done = keyof typeof DONE_WORDS;
