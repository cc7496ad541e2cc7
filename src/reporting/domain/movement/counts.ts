import { BOUND_COUNTS, boundCountsOf } from '../../../counting/domain/bounds';
import type { Mark } from '../../../counting/domain/mark';

/** What is counted of decisions and adds up; shares do not, so they are not among these. */
export const COUNTS = [
  'numerator',
  'denominator',
  'unknown',
  'denominatorUnknown',
  'pending',
  'excluded',
  'notApplicable',
  'estimateNumerator',
  'estimateDenominator',
  ...BOUND_COUNTS,
] as const;
export type CountName = (typeof COUNTS)[number];

/** `unknown` holds those whose denominator is unknown too, as a report's `unknown.total` does. */
export type Counts = Readonly<Record<CountName, number>>;

const NOTHING: Counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
/** By mark, and each once by what it counts. */
const OF_MARKS = new Map<string, Counts>();
const DISTINCT = new Map<string, Counts>();

/** What one decision of a mark counts as; equal counts are the same object. */
export function countsOf(mark: Mark): Counts {
  const { outcome, denominatorUnknown, disturbed, possible } = mark;
  const name = [outcome, denominatorUnknown, disturbed, possible].join();
  const known = OF_MARKS.get(name);
  if (known !== undefined) return known;
  const counts: Counts = { ...NOTHING, ...ownCounts(mark), ...boundCountsOf(mark) };
  const content = COUNTS.map((one) => counts[one]).join();
  const distinct = DISTINCT.get(content) ?? counts;
  DISTINCT.set(content, distinct);
  OF_MARKS.set(name, distinct);
  return distinct;
}

function ownCounts({ outcome, denominatorUnknown, disturbed }: Mark): Partial<Counts> {
  const undisturbed = Number(!disturbed);
  switch (outcome) {
    case 'met':
      return { numerator: 1, denominator: 1, estimateNumerator: undisturbed, estimateDenominator: undisturbed };
    case 'not-met':
      return { denominator: 1, estimateDenominator: undisturbed };
    case 'unknown':
      return { unknown: 1, denominatorUnknown: Number(denominatorUnknown) };
    case 'pending':
      return { pending: 1 };
    case 'excluded':
      return { excluded: 1 };
    case 'not-applicable':
      return { notApplicable: 1 };
  }
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

  isZero(): boolean {
    return this.sums.every((sum) => sum === 0);
  }
}
