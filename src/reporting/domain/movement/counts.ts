import {
  SINGLE_COUNTS,
  singleCountsOf,
  type SingleCount,
  type SingleCounts,
} from '../../../counting/domain/figure-counts';
import type { Mark } from '../../../counting/domain/mark';

/** What is counted of decisions and adds up, as in the tables; shares do not, so they are not among these. */
export const COUNTS = SINGLE_COUNTS;
export type CountName = SingleCount;
export type Counts = SingleCounts;

const NOTHING = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
const DISTINCT = new Map<string, Counts>();

/** What one decision of a mark counts as; equal counts are the same object. */
export function countsOf(mark: Mark): Counts {
  const counts = { ...NOTHING, ...singleCountsOf(mark) };
  const content = COUNTS.map((name) => counts[name]).join();
  const distinct = DISTINCT.get(content) ?? counts;
  DISTINCT.set(content, distinct);
  return distinct;
}

/** Counts that are added to. */
export class RunningCounts {
  private readonly sums = new Float64Array(COUNTS.length);

  add(counts: Counts, times: 1 | -1): void {
    COUNTS.forEach((name, at) => {
      this.sums[at] = (this.sums[at] as number) + times * counts[name];
    });
  }

  counts(): Counts {
    return Object.fromEntries(COUNTS.map((name, at) => [name, this.sums[at] as number])) as Counts;
  }
}
