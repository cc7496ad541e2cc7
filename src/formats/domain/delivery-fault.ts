import type { Bilingual } from '../../kernel/language';

/** A delivery that as a whole cannot be taken: a table is missing, a file is cut off, it is none of this format. */
export class DeliveryFault extends Error {
  /** `faults`: each with what to do; none repeats a CPR number. */
  constructor(readonly faults: readonly Bilingual[]) {
    super(faults.map(({ en }) => en).join(' '));
    this.name = 'DeliveryFault';
  }
}
