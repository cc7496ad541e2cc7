import { BOUND_COUNTS, boundCountsOf } from '../../../counting/domain/bounds';
import { SINGLE_COUNTS, singleCountsOf, type SingleCounts } from '../../../counting/domain/figure-counts';
import type { Mark } from '../../../counting/domain/mark';

/** What is counted of decisions and adds up, as in the tables; shares do not, so they are not among these. */
export const COUNTS = [
  ...(['met', 'notMet', 'undisturbedMet', 'undisturbedNotMet', 'unknown', 'denominatorUnknown'] as const),
  ...BOUND_COUNTS,
  ...(['metSoFar', 'pending', 'excluded', 'notApplicable'] as const),
] as const;
export type CountName = (typeof COUNTS)[number];
export type Counts = Readonly<Record<CountName, number>>;

const NOTHING = Object.fromEntries(SINGLE_COUNTS.map((name) => [name, 0])) as SingleCounts;
const DISTINCT = new Map<string, Counts>();

/** What one decision of a mark counts as; equal counts are the same object. */
export function countsOf(mark: Mark): Counts {
  const single = { ...NOTHING, ...singleCountsOf(mark) };
  const all: Counts = { ...single, ...boundCountsOf(single) };
  const counts = Object.fromEntries(COUNTS.map((name) => [name, all[name]])) as Counts;
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
