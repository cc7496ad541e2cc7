import type { KeyedCount } from './keyed-count';

const NOTHING: KeyedCount = { count: 0, key: 0 };

/** Counts people in named cells, with the sum of the record keys of those in each. */
export class KeyedCounter<N extends string | number = string> {
  private readonly cells = new Map<N, { count: number; key: number }>();

  /** Counts one more in a cell, or as many as another cell has. */
  add(name: N, { count, key }: KeyedCount): void {
    const cell = this.cells.get(name);
    if (cell === undefined) this.cells.set(name, { count, key });
    else {
      cell.count += count;
      cell.key += key;
    }
  }

  /** Counts all that another did. */
  include(other: KeyedCounter<N>): void {
    for (const [name, cell] of other.cells) this.add(name, cell);
  }

  /** What is counted in a cell. */
  of(name: N): KeyedCount {
    return this.cells.get(name) ?? NOTHING;
  }

  /** The cells anybody was counted in, in the order in which they came. */
  entries(): Iterable<readonly [N, KeyedCount]> {
    return this.cells.entries();
  }
}
