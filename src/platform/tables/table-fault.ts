import type { Bilingual } from '../../kernel/language';

/** A file that is no table or not a whole one; what it says tells what to do and repeats nothing of the file. */
export class TableFault extends Error {
  constructor(readonly fault: Bilingual) {
    super(fault.en);
    this.name = 'TableFault';
  }
}
