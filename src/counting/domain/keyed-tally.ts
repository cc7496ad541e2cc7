import type { FigureCounts } from './figure-counts';
import type { Mark } from './mark';
import { Tally } from './tally';

/** What was counted of one indicator and one unit, with the sum of the record keys beside each count. */
export interface KeyedFigureCounts {
  readonly counts: FigureCounts;
  /** From 0 to below 2^53 each; a cell is known by the remainder modulo 2^32. */
  readonly keys: FigureCounts;
}

/** Counts decisions of one indicator and one unit, and sums record keys just as it counts. */
export class KeyedTally {
  private readonly counted = new Tally();
  private readonly keys = new Tally();

  /** Counts several decisions of the same mark, whose record keys have a sum. */
  add(mark: Mark, times: number, key: number): void {
    this.counted.add(mark, times);
    this.keys.add(mark, key);
  }

  /** Counts all that another tally did. */
  include(other: KeyedTally): void {
    this.counted.include(other.counted);
    this.keys.include(other.keys);
  }

  /** What was counted so far. */
  counts(): KeyedFigureCounts {
    return { counts: this.counted.counts(), keys: this.keys.counts() };
  }
}
