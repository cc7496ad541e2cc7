import { Problem } from '../platform/http/problem';
import type { Viewpoint } from '../kernel/viewpoint';
import { indicatorAsked, unitAsked } from '../platform/http/asked-for';
import { contextOf } from '../platform/http/report.query';
import { baselineAsked, seriesAsked } from '../charts/adapters/series-asked';
import type { Chart } from '../charts/adapters/svg/chart-svg';
import type { Charts, TrendQuestion } from '../charts/application/charts';
import type { Cases } from '../counting/domain/cases';
import type { Period } from '../kernel/period';
import type { PeriodStep } from '../counting/domain/period-sequence';
import type { ControlKind } from '../counting/domain/statistics/control-limits';
import type { Context, Level } from '../kernel/unit';
import { UsageError } from './usage-error';

export interface LevelsOptions {
  readonly period: Period;
  readonly level: Level;
  readonly context?: Context;
}
export interface FunnelOptions extends LevelsOptions {
  readonly indicator: string;
}
export interface TrendOptions {
  readonly indicator: string;
  readonly unit: string;
  readonly context?: Context;
  readonly by: PeriodStep;
  readonly from?: string;
  readonly to?: string;
}
export interface ControlOptions extends TrendOptions {
  readonly kind: ControlKind;
  readonly baseline?: string;
}

type On = [charts: Charts, cases: Cases, viewpoint: Viewpoint];

export function drawFunnel(options: FunnelOptions, ...[charts, , viewpoint]: On): Promise<Chart> {
  const question = asked(() => ({
    indicator: indicatorAsked(charts.basis.set, options.indicator),
    period: options.period,
    level: options.level,
    context: contextOf(options),
  }));
  return charts.funnel(question, viewpoint);
}

export function drawLevels({ period, ...units }: LevelsOptions, ...[charts, , viewpoint]: On): Promise<Chart> {
  return charts.levels({ period, level: units.level, context: asked(() => contextOf(units)) }, viewpoint);
}

export function drawTrend(options: TrendOptions, ...[charts, cases, viewpoint]: On): Promise<Chart> {
  return charts.trend(seriesOf(options, charts, cases, viewpoint), viewpoint);
}

export function drawControl(options: ControlOptions, ...[charts, cases, viewpoint]: On): Promise<Chart> {
  const series = seriesOf(options, charts, cases, viewpoint);
  const baseline = asked(() => baselineAsked(options.baseline, options.by));
  return charts.control({ ...series, kind: options.kind, baseline }, viewpoint);
}

function seriesOf(options: TrendOptions, { basis }: Charts, cases: Cases, { asOf }: Viewpoint): TrendQuestion {
  const { unit, by, context } = options;
  return asked(() => {
    const level = unitAsked(basis.organisations, unit, (id) => cases.organisationNumber(id) > 0);
    return {
      indicator: indicatorAsked(basis.set, options.indicator),
      unit,
      level,
      context: contextOf({ level, ...(context === undefined ? undefined : { context }) }),
      by,
      ...seriesAsked(options, by, asOf),
    };
  });
}

/** What is asked for; what a request would get as a problem is a usage error here, told in the same words. */
function asked<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { detail, errors = [] } = error.document;
    throw new UsageError(
      errors.length === 0 ? detail : errors.map(({ path, remedy }) => `--${path} ${remedy}.`).join(' '),
    );
  }
}
