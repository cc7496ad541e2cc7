import type { Unit } from '../../kernel/unit';
import type { Period } from '../../kernel/period';
import type { PeriodStep } from '../../counting/domain/period-sequence';
import { changeOf, meaningOf, type Change, type ChangeMeaning } from '../../counting/domain/statistics/change';
import type { ChartCount } from './chart-count';
import type { ChartHeading, ChartIndicator } from './chart-heading';
import { chartShareOf, type ChartShare, type Judged } from './chart-share';

/** A change against an earlier period, told only when chance at 99 % cannot explain it. */
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
}

/** Lays a unit's periods out as a trend. */
export function trendChart(heading: ChartHeading, { indicator, unit, by, periods }: TrendContent): TrendChart {
  let before: { readonly period: Period; readonly count: ChartCount } | undefined;
  const judged = { target: indicator.target, fewest: heading.fewest };
  const points = periods.map(({ period, count }): TrendPoint => {
    const change = before === undefined ? null : toldChange(count, before, judged);
    if (count.denominator > 0) before = { period, count };
    return { period, ...chartShareOf(count, judged), change };
  });
  return { chart: 'trend', ...heading, indicator, unit, by, points };
}

/** The change a reader is told of; null when one of the two is empty or too few. */
export function toldChange(
  now: ChartCount,
  before: { readonly period: Period; readonly count: ChartCount },
  { target, fewest }: Judged,
): ToldChange | null {
  const change = changeOf(now, before.count, fewest);
  if (change === null) return null;
  return { against: before.period.name, change, meaning: meaningOf(change, target) };
}
