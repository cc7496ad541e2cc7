import type { ShownRow } from '../../disclosure/domain/shown-row';
import type { Proportion } from '../../counting/domain/statistics/proportion';

/**
 * What a chart is given of one unit in one period, and the only way counts reach a chart: the estimate (a rate over what
 * happened to be reported is not a rate), and beside it how many a source's trouble touched.
 */
export interface ChartCount extends Proportion {
  /** Decided or unknown while a source was in trouble. */
  readonly touched: number;
  /** Decided or unknown. */
  readonly all: number;
}

/** A count, or that it is not shown because it, or one that could be computed with it, is too small. */
export type CountOrHidden = ChartCount | 'hidden';

/** `disturbed`: too much is missing to compare with; `touched`: something is; both are shown and marked. */
export type FeedMark = 'whole' | 'touched' | 'disturbed';

/** A tenth: below it a rule still says more of the unit than of its sources. */
const DISTURBED_FROM = { touched: 1, of: 10 };

/** The count behind a row as people may see it. */
export function chartCountOf(row: ShownRow): CountOrHidden {
  const { estimate, reported, undisturbed, unknown } = row;
  const silent = silentIn(row);
  if (estimate.numerator === null || estimate.denominator === null || reported.denominator === null) return 'hidden';
  if (silent === null || unknown === null || undisturbed.denominator === null) return 'hidden';
  return {
    numerator: estimate.numerator,
    denominator: estimate.denominator,
    touched: reported.denominator - undisturbed.denominator + silent,
    all: reported.denominator + unknown,
  };
}

/** The unknown for want of a source; null when one of the numbers is hidden. */
function silentIn({ unknownReasons }: ShownRow): number | null {
  const { SOURCE_SILENT: silent = 0, SOURCE_NOT_CONNECTED: unconnected = 0 } = unknownReasons;
  return silent === null || unconnected === null ? null : silent + unconnected;
}

/** How far silent sources touch a count. */
export function feedMarkOf({ touched, all }: ChartCount): FeedMark {
  if (touched === 0) return 'whole';
  return touched * DISTURBED_FROM.of >= all * DISTURBED_FROM.touched ? 'disturbed' : 'touched';
}
