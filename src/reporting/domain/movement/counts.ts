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
] as const;
export type CountName = (typeof COUNTS)[number];

/** `unknown` holds those whose denominator is unknown too, as a report's `unknown.total` does. */
export type Counts = Readonly<Record<CountName, number>>;

const NOTHING: Counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;

const one = (counts: Partial<Counts>): Counts => ({ ...NOTHING, ...counts });
const MET = one({ numerator: 1, denominator: 1, estimateNumerator: 1, estimateDenominator: 1 });
const MET_DISTURBED = one({ numerator: 1, denominator: 1 });
const NOT_MET = one({ denominator: 1, estimateDenominator: 1 });
const NOT_MET_DISTURBED = one({ denominator: 1 });
const UNKNOWN = one({ unknown: 1 });
const DENOMINATOR_UNKNOWN = one({ unknown: 1, denominatorUnknown: 1 });
const PENDING = one({ pending: 1 });
const EXCLUDED = one({ excluded: 1 });
const NOT_APPLICABLE = one({ notApplicable: 1 });

/** What one decision of a mark counts as; equal counts are the same object. */
export function countsOf({ outcome, denominatorUnknown, disturbed }: Mark): Counts {
  switch (outcome) {
    case 'met':
      return disturbed ? MET_DISTURBED : MET;
    case 'not-met':
      return disturbed ? NOT_MET_DISTURBED : NOT_MET;
    case 'unknown':
      return denominatorUnknown ? DENOMINATOR_UNKNOWN : UNKNOWN;
    case 'pending':
      return PENDING;
    case 'excluded':
      return EXCLUDED;
    case 'not-applicable':
      return NOT_APPLICABLE;
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
