const NONE = 2 ** 31 - 1;

/**
 * From the first to the last of some days (day numbers) of each slot, or wider: who has none in a stretch of days is
 * passed over at a glance.
 */
export class SlotSpans {
  private first: Int32Array;
  private last: Int32Array;

  constructor(capacity: number) {
    this.first = new Int32Array(capacity).fill(NONE);
    this.last = new Int32Array(capacity).fill(-NONE);
  }

  /** Takes one day more into a slot's span. */
  widen(slot: number, day: number): void {
    if (day < (this.first[slot] as number)) this.first[slot] = day;
    if (day > (this.last[slot] as number)) this.last[slot] = day;
  }

  /** A slot has no days from now on. */
  clear(slot: number): void {
    this.first[slot] = NONE;
    this.last[slot] = -NONE;
  }

  /** False when a slot has no day from `from` to `to`. */
  meets(slot: number, from: number, to: number): boolean {
    return (this.first[slot] as number) <= to && (this.last[slot] as number) >= from;
  }

  /** Makes room for more slots, which have no days. */
  grow(capacity: number): void {
    const [first, last] = [this.first, this.last];
    this.first = new Int32Array(capacity).fill(NONE);
    this.last = new Int32Array(capacity).fill(-NONE);
    this.first.set(first);
    this.last.set(last);
  }
}
