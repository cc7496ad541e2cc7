import type { Day } from '../../kernel/day';
import type { IndicatorDefinition } from '../../kernel/definition';
import { formatInstant } from '../../kernel/instant';
import type { Viewpoint } from '../../kernel/viewpoint';
import type { Cases } from '../../counting/domain/cases';
import type { CountOrHidden } from '../domain/chart-count';
import { chartIndicatorOf, type ChartHeading } from '../domain/chart-heading';
import { controlChart, type BaselineChoice, type ControlChart } from '../domain/control-chart';
import { firstDayDecided } from '../domain/first-day';
import { funnelChart, type FunnelChart } from '../domain/funnel-chart';
import { levelTable, type LevelTable } from '../domain/level-table';
import type { TableCounts } from '../domain/table-counts';
import { trendChart, type TrendChart } from '../domain/trend-chart';
import { periodBefore, type Period } from '../../kernel/period';
import { PERIOD_STEPS, stepsBetween, type PeriodStep } from '../../counting/domain/period-sequence';
import { WORKING_LABEL, type ReportBasis } from '../../counting/domain/report-basis';
import { tableOf } from '../../disclosure/domain/unit-axis';
import type { ControlKind } from '../../counting/domain/statistics/control-limits';
import { unitOf, type Context, type Level } from '../../kernel/unit';
import type { Remembered } from '../../disclosure/domain/remembered';
import { ChartCounts } from './chart-counts';
import type { CountedCases } from '../../counting/domain/counted-cases';

const NOTHING: CountOrHidden = { numerator: 0, denominator: 0, touched: 0, all: 0 };

/** Which units, counted where. */
interface UnitsAsked {
  readonly level: Level;
  readonly context: Context;
}
export interface FunnelQuestion extends UnitsAsked {
  readonly indicator: IndicatorDefinition;
  readonly period: Period;
}
export interface TrendQuestion extends UnitsAsked {
  readonly indicator: IndicatorDefinition;
  /** Of the level. */
  readonly unit: string;
  readonly by: PeriodStep;
  /** Default: the first day on which something was decided. */
  readonly from?: Day;
  /** Default: the as-of day. */
  readonly to?: Day;
}
export interface ControlQuestion extends TrendQuestion {
  readonly kind: ControlKind;
  readonly baseline: BaselineChoice;
}
export interface LevelsQuestion extends UnitsAsked {
  readonly period: Period;
}

/**
 * Charts' data from the decisions of everyone.
 *
 * A period is in a series once it has ended by the as-of day: before that only those already met are decided, and it
 * would look too good. Every other period stays in, those with silent sources marked.
 */
export class Charts {
  private readonly counts: ChartCounts;

  constructor(
    private readonly counted: CountedCases,
    readonly basis: ReportBasis,
    smallNumbers: number,
    remembered: Remembered = {},
  ) {
    this.counts = new ChartCounts(basis, smallNumbers, remembered);
  }

  /** The units of a level around what everyone is together. */
  async funnel({ indicator, period, level, context }: FunnelQuestion, viewpoint: Viewpoint): Promise<FunnelChart> {
    const { cases } = await this.counted.at(viewpoint);
    const [tables] = await this.counts.of(cases, indicator.key, [period], viewpoint.asOf);
    const units = [...(tables?.[tableOf(level, context)] ?? [])];
    return funnelChart(this.heading(viewpoint), {
      indicator: chartIndicatorOf(indicator),
      period,
      level,
      all: tables?.denmark.get('denmark') ?? 'hidden',
      units: units.map(([id, count]) => ({ unit: unitOf(id, this.basis.organisations), count })),
    });
  }

  /** One unit's share from period to period. */
  async trend(question: TrendQuestion, viewpoint: Viewpoint): Promise<TrendChart> {
    const { cases } = await this.counted.at(viewpoint);
    const { indicator, unit, by } = question;
    return trendChart(this.heading(viewpoint), {
      indicator: chartIndicatorOf(indicator),
      unit: unitOf(unit, this.basis.organisations),
      by,
      periods: await this.series(cases, question, viewpoint, periodsOf(cases, question, viewpoint)),
    });
  }

  /** One unit's share from period to period with limits frozen from a baseline. */
  async control(question: ControlQuestion, viewpoint: Viewpoint): Promise<ControlChart> {
    const { cases } = await this.counted.at(viewpoint);
    const { indicator, unit, by, kind, baseline } = question;
    const shown = periodsOf(cases, question, viewpoint);
    const names = new Set(shown.map(({ name }) => name));
    const before =
      'first' in baseline ? [] : ended(stepsBetween(by, baseline.within.from, baseline.within.to), viewpoint);
    const all = [...shown, ...before.filter(({ name }) => !names.has(name))].sort((a, b) => (a.from < b.from ? -1 : 1));
    const series = await this.series(cases, question, viewpoint, all);
    return controlChart(this.heading(viewpoint), {
      kind,
      indicator: chartIndicatorOf(indicator),
      unit: unitOf(unit, this.basis.organisations),
      by,
      baseline,
      periods: series.map((entry) => ({
        ...entry,
        shown: names.has(entry.period.name),
      })),
    });
  }

  /** Every unit and indicator with its goal level and what changed since the period before. */
  async levels({ period, level, context }: LevelsQuestion, viewpoint: Viewpoint): Promise<LevelTable> {
    const { cases } = await this.counted.at(viewpoint);
    const { set, organisations } = this.basis;
    const table = tableOf(level, context);
    const before = periodBefore(period);
    const periods = before === undefined ? [period] : [period, before];
    const counts: TableCounts[][] = [];
    for (const { key } of set.indicators) counts.push(await this.counts.of(cases, key, periods, viewpoint.asOf));
    const units = [...(counts[0]?.[0]?.[table].keys() ?? [])];
    return levelTable(this.heading(viewpoint), {
      period,
      ...(before === undefined ? undefined : { before }),
      level,
      indicators: set.indicators.map(chartIndicatorOf),
      units: units.map((id) => ({
        unit: unitOf(id, organisations),
        counts: counts.map(([now, earlier]) => {
          const was = earlier?.[table].get(id);
          return { now: now?.[table].get(id) ?? NOTHING, ...(was === undefined ? undefined : { before: was }) };
        }),
      })),
    });
  }

  /**
   * Works out the series of every indicator, so that none has to be waited for later; others get their turn meanwhile.
   * What is worked out stays good until the counts of a period change.
   */
  async workAhead(viewpoint: Viewpoint): Promise<void> {
    for (const indicator of this.basis.set.indicators) {
      for (const by of PERIOD_STEPS) {
        const { cases } = await this.counted.at(viewpoint);
        const periods = periodsOf(cases, { indicator, by, unit: '', level: 'denmark', context: 'treated' }, viewpoint);
        await this.counts.of(cases, indicator.key, periods, viewpoint.asOf);
      }
    }
  }

  private async series(
    cases: Cases,
    { indicator, unit, level, context }: TrendQuestion,
    { asOf }: Viewpoint,
    periods: readonly Period[],
  ): Promise<{ period: Period; count: CountOrHidden }[]> {
    const table = tableOf(level, context);
    const counts = await this.counts.of(cases, indicator.key, periods, asOf);
    return periods.map((period, at) => ({ period, count: counts[at]?.[table].get(unit) ?? NOTHING }));
  }

  private heading({ asOf, knownAt }: Viewpoint): ChartHeading {
    const { id, set, policy, fewest } = this.basis;
    return {
      definition: id,
      ...(set.provenance === 'working' ? { label: WORKING_LABEL } : undefined),
      policy,
      fewest,
      asOf,
      ...(knownAt === undefined ? undefined : { knownAt: formatInstant(knownAt) }),
    };
  }
}

function periodsOf(cases: Cases, { indicator, by, from, to }: TrendQuestion, viewpoint: Viewpoint): Period[] {
  const first = from ?? firstDayDecided(cases, indicator.key);
  return first === undefined ? [] : ended(stepsBetween(by, first, to ?? viewpoint.asOf), viewpoint);
}

const ended = (periods: readonly Period[], { asOf }: Viewpoint): Period[] => periods.filter(({ to }) => to < asOf);
