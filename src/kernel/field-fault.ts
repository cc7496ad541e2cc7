/** A missing or ill-typed field of `data`: the first in the order of the type's row. */
export interface FieldFault {
  /** Dotted from the event's root. */
  readonly path: string;
  /** What the field must be, in words for the sender. */
  readonly remedy: string;
}
