import type { Day } from '../../kernel/day';
import type { IndicatorDefinition } from '../../kernel/definition';
import { formatInstant } from '../../kernel/instant';
import type { Viewpoint } from '../../kernel/viewpoint';
import type { Cases } from '../../counting/domain/cases';
import { chartIndicatorOf, type ChartHeading } from '../domain/chart-heading';
import { controlChart, type BaselineChoice, type ControlChart } from '../domain/control-chart';
import { definitionDaysOf } from '../domain/definition-days';
import { firstDayDecided } from '../domain/first-day';
import { latestShown } from '../domain/series-arguments';
import { funnelChart, type FunnelChart } from '../domain/funnel-chart';
import { levelTable, type LevelTable } from '../domain/level-table';
import { trendChart, type TrendChart, type TrendContent } from '../domain/trend-chart';
import { periodBefore, type Period } from '../../kernel/period';
import { stepsBetween, type PeriodStep } from '../../counting/domain/period-sequence';
import { WORKING_LABEL, type ReportBasis } from '../../counting/domain/report-basis';
import type { ControlKind } from '../../counting/domain/statistics/control-limits';
import { unitOf } from '../../kernel/unit';
import type { Exit } from '../../disclosure/domain/exit';
import type { ChartCount } from '../domain/chart-count';
import { ChartCounts, type UnitsAsked } from './chart-counts';
import type { CountedCases } from '../../counting/domain/counted-cases';

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
 * would look too good. Every other period stays in, those in which a source fell silent marked.
 */
export class Charts {
  private readonly counts: ChartCounts;

  constructor(
    private readonly counted: CountedCases,
    readonly basis: ReportBasis,
    exit: Exit,
  ) {
    this.counts = new ChartCounts(basis, exit);
  }

  /** The units of a level around what everyone is together. */
  async funnel({ indicator, period, level, context }: FunnelQuestion, viewpoint: Viewpoint): Promise<FunnelChart> {
    const { cases } = await this.counted.at(viewpoint);
    const { asOf } = viewpoint;
    const counts = this.counts.byUnit(cases, [indicator.key], period, { level, context, asOf });
    const units = [...(counts.get(indicator.key) ?? [])];
    const nation = { indicator: indicator.key, unit: 'denmark', level: 'denmark', context } as const;
    return funnelChart(this.heading(viewpoint), {
      indicator: chartIndicatorOf(indicator),
      period,
      level,
      all: this.counts.byPeriod(cases, nation, [period])[0] as ChartCount,
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
      ...this.series(cases, question, periodsOf(cases, question, viewpoint)),
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
    const { periods: series } = this.series(cases, question, all, { undisturbed: true });
    return controlChart(this.heading(viewpoint), {
      kind,
      indicator: chartIndicatorOf(indicator),
      unit: unitOf(unit, this.basis.organisations),
      by,
      definitionDays: definitionDaysOf(this.basis.set, indicator),
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
    const before = periodBefore(period);
    const keys = set.indicators.map(({ key }) => key);
    const asked = { level, context, asOf: viewpoint.asOf };
    const now = this.counts.byUnit(cases, keys, period, asked);
    const earlier = before === undefined ? undefined : this.counts.byUnit(cases, keys, before, asked);
    const units = [...(now.get(keys[0] ?? '')?.keys() ?? [])];
    const compositionOf = this.counts.compositions(cases, { now: period, before: before ?? period, level, context });
    return levelTable(this.heading(viewpoint), {
      period,
      ...(before === undefined ? undefined : { before }),
      level,
      indicators: set.indicators.map(chartIndicatorOf),
      composition: compositionOf,
      units: units.map((id) => ({
        unit: unitOf(id, organisations),
        counts: keys.map((key) => {
          const was = earlier?.get(key)?.get(id);
          return { now: now.get(key)?.get(id) as ChartCount, ...(was === undefined ? undefined : { before: was }) };
        }),
      })),
    });
  }

  private series(
    cases: Cases,
    { indicator, ...asked }: TrendQuestion,
    periods: readonly Period[],
    standing?: { readonly undisturbed: boolean },
  ): Pick<TrendContent, 'periods' | 'composition'> {
    const { counts, composition } = this.counts.series(
      cases,
      { ...asked, indicator: indicator.key },
      periods,
      standing,
    );
    return { periods: periods.map((period, at) => ({ period, count: counts[at] as ChartCount })), composition };
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
  if (first === undefined) return [];
  const last = to ?? viewpoint.asOf;
  return ended(stepsBetween(by, latestShown(by, first, last), last), viewpoint);
}

const ended = (periods: readonly Period[], { asOf }: Viewpoint): Period[] => periods.filter(({ to }) => to < asOf);
