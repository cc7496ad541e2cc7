import { percentOf } from '../../counting/domain/percent';
import type { IndicatorDefinition } from '../../kernel/definition';
import { levelOf, type GoalLevel } from '../../counting/domain/statistics/goal-level';
import { isTooFew } from '../../counting/domain/statistics/proportion';
import type { Interval } from '../../counting/domain/statistics/interval';
import { madeOf, type Marked } from '../../disclosure/domain/disclosed';
import { feedMarkOf, type AroundShare, type ChartCount, type FeedMark } from './chart-count';

/** One share as it is drawn; null where nothing was decided. Around it stand what a table of the same cell has. */
export interface ChartShare extends AroundShare, Marked {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
  /** Of the share, 95 %: it stands for silent organisations too. */
  readonly interval: Interval | null;
  readonly level: GoalLevel | null;
  /** So few were decided that no level is told. */
  readonly tooFew: boolean;
  /** Decisions a source's trouble touched; they are not in the share. */
  readonly touched: number;
  readonly feeds: FeedMark;
}

/** What a share is judged by: the target, and of how many a level or a change is told at least. */
export interface Judged {
  readonly target: IndicatorDefinition['target'];
  readonly fewest: number;
}

/** A count as a share with its uncertainty and goal level. */
export function chartShareOf(count: ChartCount, { target, fewest }: Judged): ChartShare {
  const { numerator, denominator, interval, touched, around } = count;
  return madeOf(count, {
    numerator,
    denominator,
    percent: percentOf(numerator, denominator),
    interval,
    ...around,
    level: levelOf(count, target, fewest),
    tooFew: isTooFew(count, fewest),
    touched,
    feeds: feedMarkOf(count),
  });
}
