/** What bodies may take of the server's time and memory. */
export interface BodyLimits {
  /** A body read as a whole arrives within this; a stream never pauses for longer. */
  readonly seconds: number;
  /** All bodies that are being read or handled hold no more than this together. */
  readonly memoryBytes: number;
}
