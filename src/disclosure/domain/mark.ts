declare const DISCLOSED: unique symbol;

/** The mark of what came through the one exit of counts; nothing but disclosure gives it. */
export interface Marked {
  readonly [DISCLOSED]: true;
}

/** Marks what may leave; only disclosure itself may (a rule of `.dependency-cruiser.cjs`), the rooms have its `Exit`. */
export const marked = <T>(value: T): T & Marked => value as T & Marked;
