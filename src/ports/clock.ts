/** Says what time it is; the only way the program learns it. */
export abstract class Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  abstract now(): number;
}
