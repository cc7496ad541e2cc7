import type { Bilingual } from './language';

/** A missing or ill-typed field of `data`. */
export interface FieldFault {
  /** Dotted from the event's root. */
  readonly path: string;
  /** What the field must be, in words for the sender. */
  readonly remedy: Bilingual;
}
