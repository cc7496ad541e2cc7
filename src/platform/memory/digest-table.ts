import type { NameDigest } from '../../kernel/digest';

const FIRST_CAPACITY = 1 << 12;
const FULLEST = 0.6;

/**
 * A growing table of numbers by name digest, without an object a row: names are found by place and made sure of by
 * check. Rows are numbered from 0 in the order they were added, so that callers can keep columns of their own.
 */
export class DigestTable {
  private places = new Float64Array(FIRST_CAPACITY);
  private checks = new Int32Array(FIRST_CAPACITY);
  /** Row number plus one; 0 is free. */
  private rows = new Int32Array(FIRST_CAPACITY);
  private size = 0;

  /** The row of a name, or -1 minus the row it was given now. */
  claim({ place, check }: NameDigest): number {
    if (this.size > this.rows.length * FULLEST) this.grow();
    const slot = this.slotOf(place, check);
    const row = this.rows[slot] as number;
    if (row > 0) return row - 1;
    this.put(slot, place, check, this.size + 1);
    this.size += 1;
    return -this.size;
  }

  /** The row of a name, or undefined. */
  find({ place, check }: NameDigest): number | undefined {
    const row = this.rows[this.slotOf(place, check)] as number;
    return row > 0 ? row - 1 : undefined;
  }

  private slotOf(place: number, check: number): number {
    const mask = this.rows.length - 1;
    let slot = (place % this.rows.length) & mask;
    while (this.rows[slot] !== 0 && !(this.places[slot] === place && this.checks[slot] === check))
      slot = (slot + 1) & mask;
    return slot;
  }

  private put(slot: number, place: number, check: number, row: number): void {
    this.places[slot] = place;
    this.checks[slot] = check;
    this.rows[slot] = row;
  }

  private grow(): void {
    const { places, checks, rows } = this;
    this.places = new Float64Array(places.length * 2);
    this.checks = new Int32Array(checks.length * 2);
    this.rows = new Int32Array(rows.length * 2);
    for (let slot = 0; slot < rows.length; slot += 1) {
      const row = rows[slot] as number;
      if (row === 0) continue;
      const [place, check] = [places[slot] as number, checks[slot] as number];
      this.put(this.slotOf(place, check), place, check, row);
    }
  }
}

/** A growing column of numbers. */
export class NumberColumn {
  private values = new Float64Array(FIRST_CAPACITY);

  get(row: number): number {
    return this.values[row] as number;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) {
      const grown = new Float64Array(Math.max(row + 1, this.values.length * 2));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[row] = value;
  }
}
