import type { Unit } from '../../kernel/unit';
import type { Period } from '../../kernel/period';
import type { PeriodStep } from '../../counting/domain/period-sequence';
import { ALIKE, type Composition } from '../../counting/domain/statistics/composition';
import { changeOf, meaningOf, type Change, type ChangeMeaning } from '../../counting/domain/statistics/change';
import type { ChartCount } from './chart-count';
import type { ChartHeading, ChartIndicator } from './chart-heading';
import { chartShareOf, type ChartShare, type Judged } from './chart-share';

/** A change against an earlier period, told only when neither chance at 99.8 % nor that others are heard explains it. */
export interface ToldChange {
  readonly against: string;
  readonly change: Change;
  readonly meaning: ChangeMeaning;
}

export interface TrendPoint extends ChartShare {
  readonly period: Period;
  /** Against the latest period before in which something was decided; null when there is none. */
  readonly change: ToldChange | null;
}

/** One unit's share in one period after another, each with its interval. */
export interface TrendChart extends ChartHeading {
  readonly chart: 'trend';
  readonly indicator: ChartIndicator;
  readonly unit: Unit;
  readonly by: PeriodStep;
  readonly points: readonly TrendPoint[];
}

export interface TrendContent {
  readonly indicator: ChartIndicator;
  readonly unit: Unit;
  readonly by: PeriodStep;
  readonly periods: readonly { readonly period: Period; readonly count: ChartCount }[];
  /** How far the shares of two of the periods (by place) may lie apart because others are heard. */
  readonly composition: (now: number, before: number) => Composition;
}

/** Lays a unit's periods out as a trend. */
export function trendChart(heading: ChartHeading, content: TrendContent): TrendChart {
  const { indicator, unit, by, periods } = content;
  let before: { readonly period: Period; readonly count: ChartCount; readonly at: number } | undefined;
  const judged = { target: indicator.target, fewest: heading.fewest };
  const points = periods.map(({ period, count }, at): TrendPoint => {
    const earlier = before;
    const composition = (): Composition => (earlier === undefined ? ALIKE : content.composition(at, earlier.at));
    const change = earlier === undefined ? null : toldChange(count, earlier, { ...judged, composition });
    if (count.denominator > 0) before = { period, count, at };
    return { period, ...chartShareOf(count, judged), change };
  });
  return { chart: 'trend', ...heading, indicator, unit, by, points };
}

/** The change a reader is told of; null when one of the two is empty or too few. */
export function toldChange(
  now: ChartCount,
  before: { readonly period: Period; readonly count: ChartCount },
  { target, fewest, composition }: Judged & { readonly composition: () => Composition },
): ToldChange | null {
  const change = changeOf(now, before.count, { fewest, composition });
  if (change === null) return null;
  return { against: before.period.name, change, meaning: meaningOf(change, target) };
}
