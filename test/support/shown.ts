import { marked } from '../../src/disclosure/domain/mark';
import { Exit } from '../../src/disclosure/domain/exit';
import { recordKeysUnder } from '../../src/disclosure/domain/record-key';

/** Counts as they are. */
export const EXACT = new Exit({ view: 'exact' });
/** Counts as they are published. */
export const PUBLISHED = new Exit({ view: 'published' });

/** Record keys of every test. */
export const recordKeyOf = recordKeysUnder(Buffer.from('a key for tests only'));

/** Something that a test says is shown. */
export const shown = marked;
