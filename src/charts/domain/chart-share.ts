import { percentOf } from '../../counting/domain/percent';
import type { IndicatorDefinition } from '../../kernel/definition';
import { isTooFew, levelOf, type GoalLevel } from '../../counting/domain/statistics/goal-level';
import { intervalOf, type Interval } from '../../counting/domain/statistics/interval';
import { feedMarkOf, type FeedMark, type CountOrHidden } from './chart-count';

/** One share as it is drawn: null where nothing was decided or the numbers are too small to show. */
export interface ChartShare {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  /** Exact, 95 %. */
  readonly interval: Interval | null;
  readonly level: GoalLevel | null;
  /** So few were decided that no level is told. */
  readonly tooFew: boolean;
  /** Decisions a source's trouble touched; they are not in the share. */
  readonly touched: number | null;
  readonly feeds: FeedMark | null;
  readonly hidden: boolean;
}

/** What a share is judged by: the target, and of how many a level or a change is told at least. */
export interface Judged {
  readonly target: IndicatorDefinition['target'];
  readonly fewest: number;
}

const HIDDEN: ChartShare = {
  numerator: null,
  denominator: null,
  percent: null,
  interval: null,
  level: null,
  tooFew: false,
  touched: null,
  feeds: null,
  hidden: true,
};

/** A count as a share with its uncertainty and goal level. */
export function chartShareOf(count: CountOrHidden, { target, fewest }: Judged): ChartShare {
  if (count === 'hidden') return HIDDEN;
  const { numerator, denominator, touched } = count;
  return {
    numerator,
    denominator,
    percent: percentOf(numerator, denominator),
    interval: intervalOf(numerator, denominator, { method: 'exact' }),
    level: levelOf(count, target, fewest),
    tooFew: isTooFew(count, fewest),
    touched,
    feeds: feedMarkOf(count),
    hidden: false,
  };
}
