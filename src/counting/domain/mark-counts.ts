import { grown } from './grown';

/** How often marks stand, and the sums of the record keys of those they stand with, modulo 2^32. */
export interface MarkCounts {
  readonly times: Int32Array;
  readonly keys: Uint32Array;
}

/** Counts of so many marks, none counted yet. */
export const markCounts = (marks: number): MarkCounts => ({
  times: new Int32Array(marks),
  keys: new Uint32Array(marks),
});

/** The same counts with room for more marks. */
export const grownCounts = ({ times, keys }: MarkCounts, marks: number): MarkCounts => ({
  times: grown(times, marks),
  keys: grown(keys, marks),
});

/** Counts one more at a place. */
export function countMark({ times, keys }: MarkCounts, at: number, key: number): void {
  times[at] = (times[at] as number) + 1;
  keys[at] = (keys[at] as number) + key;
}
