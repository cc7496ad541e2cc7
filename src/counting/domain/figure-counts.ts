import type { OutcomeReason } from '../../kernel/decision';
import type { Sector } from '../../kernel/organisation';
import { CERTAINTY_COUNTS, certaintyOf } from './bounds';
import { countedAs } from './counted-as';
import type { Mark } from './mark';

/** The counts of a cell that are one number each; all of them add up over pathways. */
export const SINGLE_COUNTS = [
  // Of those whose window has ended: met, not met, and of each those no source's trouble touched.
  'met',
  'notMet',
  'undisturbedMet',
  'undisturbedNotMet',
  // Nobody can say, in or outside the denominator; and of these: not even known whether they belong to it.
  'unknown',
  'denominatorUnknown',
  ...CERTAINTY_COUNTS,
  // Of those whose window is still open: met already, and not decided yet.
  'metSoFar',
  'pending',
  // Whether their window has ended or not.
  'excluded',
  'notApplicable',
] as const;
export type SingleCount = (typeof SINGLE_COUNTS)[number];
export type SingleCounts = Readonly<Record<SingleCount, number>>;

/** What is counted of one indicator and one unit: whole numbers, from which alone its figures are made. */
export interface FigureCounts {
  readonly single: SingleCounts;
  /** `met` by the sector of the last decisive fact. */
  readonly metBy: ReadonlyMap<Sector, number>;
  /** `unknown` by reason. */
  readonly unknownFor: ReadonlyMap<OutcomeReason, number>;
}

/** Each single count, of its name; written out, since every row of every table makes several. */
export const singleCounts = (of: (name: SingleCount) => number): Record<SingleCount, number> => ({
  met: of('met'),
  notMet: of('notMet'),
  undisturbedMet: of('undisturbedMet'),
  undisturbedNotMet: of('undisturbedNotMet'),
  unknown: of('unknown'),
  denominatorUnknown: of('denominatorUnknown'),
  leastMet: of('leastMet'),
  leastNotMet: of('leastNotMet'),
  uncertain: of('uncertain'),
  perhapsMet: of('perhapsMet'),
  perhapsNotMet: of('perhapsNotMet'),
  metSoFar: of('metSoFar'),
  pending: of('pending'),
  excluded: of('excluded'),
  notApplicable: of('notApplicable'),
});

const OF_MARKS = new WeakMap<Mark, Readonly<Partial<SingleCounts>>>();

/** What one decision of a mark adds to the single counts; what is left out is 0. */
export function singleCountsOf(mark: Mark): Readonly<Partial<SingleCounts>> {
  const known = OF_MARKS.get(mark) ?? countsOf(mark);
  OF_MARKS.set(mark, known);
  return known;
}

function countsOf(mark: Mark): Partial<SingleCounts> {
  const { denominatorUnknown, disturbed, isOpen } = mark;
  const undisturbed = Number(!disturbed);
  switch (countedAs(mark)) {
    case 'met':
      return { met: 1, undisturbedMet: undisturbed, ...certaintyIn(mark) };
    case 'not-met':
      return { notMet: 1, undisturbedNotMet: undisturbed, ...certaintyIn(mark) };
    case 'unknown':
      return { unknown: 1, denominatorUnknown: Number(denominatorUnknown), ...certaintyIn(mark) };
    case 'excluded':
      return { excluded: 1, ...(isOpen ? undefined : certaintyIn(mark)) };
    case 'met-so-far':
      return { metSoFar: 1 };
    case 'pending':
      return { pending: 1 };
    case 'not-applicable':
      return { notApplicable: 1 };
  }
}

function certaintyIn(mark: Mark): Partial<SingleCounts> {
  const part = certaintyOf(mark);
  return part === undefined ? {} : { [part]: 1 };
}
