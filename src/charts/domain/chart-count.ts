import type { Figures } from '../../counting/domain/figures';
import type { Interval } from '../../counting/domain/statistics/interval';
import type { Proportion } from '../../counting/domain/statistics/proportion';
import { madeOf, type Disclosed, type Marked } from '../../disclosure/domain/disclosed';

/**
 * What a chart is given of one unit in one period, and the only way counts reach a chart: the estimate (a rate over what
 * happened to be reported is not a rate), and beside it how many a source's trouble touched.
 */
export interface ChartCount extends Proportion, Marked {
  /** Of the estimate, 95 %: it stands for silent organisations too. */
  readonly interval: Interval | null;
  /** Decided or unknown while a source was in trouble. */
  readonly touched: number;
  /** Decided or unknown. */
  readonly all: number;
}

/** `disturbed`: too much is missing to compare with; `touched`: something is; both are shown and marked. */
export type FeedMark = 'whole' | 'touched' | 'disturbed';

/** A tenth: below it a rule still says more of the unit than of its sources. */
const DISTURBED_FROM = { touched: 1, of: 10 };

/** The count behind figures as people may see them. */
export function chartCountOf(figures: Disclosed<Figures>): ChartCount {
  const { estimate, reported, undisturbed, unknown, unknownReasons } = figures;
  const { SOURCE_SILENT: silent = 0, SOURCE_NOT_CONNECTED: unconnected = 0 } = unknownReasons;
  return madeOf(figures, {
    numerator: estimate.numerator,
    denominator: estimate.denominator,
    interval: estimate.interval,
    // Each is a cell of its own: the undisturbed may be shown as more than those reported.
    touched: Math.max(0, reported.denominator - undisturbed.denominator) + silent + unconnected,
    all: reported.denominator + unknown,
  });
}

/** How far silent sources touch a count. */
export function feedMarkOf({ touched, all }: Pick<ChartCount, 'touched' | 'all'>): FeedMark {
  if (touched === 0) return 'whole';
  return touched * DISTURBED_FROM.of >= all * DISTURBED_FROM.touched ? 'disturbed' : 'touched';
}
