import type { Day } from '../../kernel/day';
import type { Unit } from '../../kernel/unit';
import { isIn, type Period } from '../../kernel/period';
import type { Share } from '../../counting/domain/figures';
import type { PeriodStep } from '../../counting/domain/period-sequence';
import {
  controlLines,
  isSound,
  isVaried,
  limitsAt,
  type ControlKind,
  type ControlPeriod,
} from '../../counting/domain/statistics/control-limits';
import { controlSignals, type ControlSignal } from '../../counting/domain/statistics/control-signals';
import { isTooFew } from '../../counting/domain/statistics/proportion';
import { feedMarkOf, type ChartCount } from './chart-count';
import type { ChartHeading, ChartIndicator } from './chart-heading';
import { chartShareOf, type ChartShare } from './chart-share';
import { inHundredthsOfPercent } from './in-hundredths-of-percent';

/** The first so many sound periods, or those within a stretch of days. */
export type BaselineChoice = { readonly first: number } | { readonly within: Period };

export interface ControlPoint extends ChartShare {
  readonly period: Period;
  /** What tables show of the period: the share drawn is of decisions no trouble touched, and may lie beyond the bounds. */
  readonly estimate: Share;
  /** In percent; null without a baseline, where it does not vary, or where nothing was decided. */
  readonly limits: readonly [lower: number, upper: number] | null;
  readonly signals: readonly ControlSignal[];
  /** The centre line and limits come from it. */
  readonly inBaseline: boolean;
}

/** One unit over time, with limits frozen from a baseline. */
export interface ControlChart extends ChartHeading {
  readonly chart: 'control';
  readonly kind: ControlKind;
  readonly indicator: ChartIndicator;
  readonly unit: Unit;
  readonly by: PeriodStep;
  /** When the definition of the indicator began to hold, and when something of it changed, in order. */
  readonly definitionDays: readonly Day[];
  readonly baseline: {
    readonly asked: number | string;
    /** Names of the periods it was taken from; disturbed ones and those of too few are passed over. */
    readonly periods: readonly string[];
    /** In percent; null when there are too few periods. */
    readonly centre: number | null;
    /** Whether so many periods as asked for were there; until then the lines still move. */
    readonly frozen: boolean;
  };
  readonly points: readonly ControlPoint[];
}

export interface ControlContent {
  readonly kind: ControlKind;
  readonly indicator: ChartIndicator;
  readonly unit: Unit;
  readonly by: PeriodStep;
  readonly definitionDays: readonly Day[];
  readonly baseline: BaselineChoice;
  /** Every period shown, and before them those the baseline is taken from if they are not shown. */
  readonly periods: readonly { readonly period: Period; readonly count: ChartCount; readonly shown: boolean }[];
}

/**
 * Lays a unit's periods out as a control chart; every period stays, those in which a source fell silent are marked. It
 * stands on decisions no trouble touched: a source that was never connected leaves them fewer, and no less alike.
 */
export function controlChart(heading: ChartHeading, content: ControlContent): ControlChart {
  const { kind, indicator, unit, by, definitionDays, baseline } = content;
  const periods = content.periods.map((entry) => ({ ...entry, control: controlPeriodOf(entry.count, heading) }));
  const isOfBaseline = periodsOfBaseline(baseline, periods);
  const lines = controlLines(
    kind,
    periods.filter((_, at) => isOfBaseline[at]).map(({ control }) => control),
  );
  const shown = periods.flatMap((entry, at) =>
    entry.shown ? [{ ...entry, inBaseline: isOfBaseline[at] === true }] : [],
  );
  const signals =
    lines === null
      ? []
      : controlSignals(
          shown.map(({ control }) => control),
          lines,
        );
  const names = periods.filter((_, at) => isOfBaseline[at]).map(({ period }) => period.name);
  return {
    chart: 'control',
    ...heading,
    kind,
    indicator,
    unit,
    by,
    definitionDays,
    baseline: {
      asked: 'first' in baseline ? baseline.first : baseline.within.name,
      periods: names,
      centre: lines === null ? null : inHundredthsOfPercent(lines.centre),
      frozen: 'first' in baseline ? names.length >= baseline.first : names.length > 0,
    },
    points: shown.map(({ period, count, control, inBaseline }, at) => ({
      period,
      estimate: count.estimate,
      ...chartShareOf(count, { target: indicator.target, fewest: heading.fewest }),
      limits:
        lines === null || !isVaried(lines) || control.denominator === 0
          ? null
          : inPercents(limitsAt(lines, control.denominator)),
      signals: signals[at] ?? [],
      inBaseline,
    })),
  };
}

const controlPeriodOf = (count: ChartCount, { fewest }: ChartHeading): ControlPeriod => {
  const { numerator, denominator } = count;
  return { numerator, denominator, passedOver: feedMarkOf(count) === 'disturbed' || isTooFew(count, fewest) };
};

function periodsOfBaseline(
  baseline: BaselineChoice,
  periods: readonly { readonly period: Period; readonly control: ControlPeriod; readonly shown: boolean }[],
): boolean[] {
  let left = 'first' in baseline ? baseline.first : Infinity;
  return periods.map(({ period, control, shown }) => {
    const asked = 'first' in baseline ? shown : isIn(baseline.within, period.from) && isIn(baseline.within, period.to);
    if (!asked || !isSound(control) || left === 0) return false;
    left -= 1;
    return true;
  });
}

const inPercents = ([lower, upper]: readonly [number, number]): [number, number] => [
  inHundredthsOfPercent(lower),
  inHundredthsOfPercent(upper),
];
