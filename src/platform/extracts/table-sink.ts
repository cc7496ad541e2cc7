import type { TypedCell } from '../../kernel/typed-column';

/** Takes the rows of a table one after the other; what it wrote is a whole file after `end`. */
export interface TableSink {
  /** A cell for every column. */
  write(row: readonly TypedCell[]): void;
  end(): void;
}

/** Takes bytes as they are, and for its own. */
export type TakeBytes = (bytes: Uint8Array) => void;
