import type { Day } from '../../kernel/day';
import type { Period } from '../../kernel/period';
import type { Context, Level } from '../../kernel/unit';
import type { Cases } from '../../counting/domain/cases';
import { countByPeriod } from '../../counting/domain/counting';
import type { KeyedTally } from '../../counting/domain/keyed-tally';
import { ALIKE, type Composition } from '../../counting/domain/statistics/composition';
import type { ReportBasis } from '../../counting/domain/report-basis';
import type { Exit } from '../../disclosure/domain/exit';
import { shownCompositions } from '../../disclosure/domain/shown-composition';
import { shownFigures } from '../../disclosure/domain/shown-figures';
import { shownTable } from '../../disclosure/domain/shown-table';
import { chartCountOf, periodCountOf, type ChartCount } from '../domain/chart-count';

/** Which units, counted where. */
export interface UnitsAsked {
  readonly level: Level;
  readonly context: Context;
}

/** One indicator of one unit. */
export interface SeriesAsked extends UnitsAsked {
  readonly indicator: string;
  readonly unit: string;
}

/** A unit's periods, and what is known of two of them (by place). */
interface Series {
  readonly counts: ChartCount[];
  readonly composition: (now: number, before: number) => Composition;
}

/** The one place charts get their counts from: through the same exit as the tables of the same period. */
export class ChartCounts {
  constructor(
    private readonly basis: Pick<ReportBasis, 'set' | 'organisations'>,
    private readonly exit: Exit,
  ) {}

  /** Counts of some indicators (by key) in a period, by indicator and then by unit in the table's order. */
  byUnit(
    cases: Cases,
    keys: readonly string[],
    period: Period,
    { level, context, asOf }: UnitsAsked & { readonly asOf: Day },
  ): ReadonlyMap<string, ReadonlyMap<string, ChartCount>> {
    this.exit.requirePeriod(period);
    const { set, organisations } = this.basis;
    const indicators = set.indicators.filter(({ key }) => keys.includes(key));
    const question = { indicators, organisations, period, level, context, asOf, interval: 'exact' } as const;
    const counts = new Map(keys.map((key) => [key, new Map<string, ChartCount>()]));
    for (const row of shownTable(cases, question, this.exit)) {
      counts.get(row.indicator)?.set(row.unit.id, chartCountOf(row));
    }
    return counts;
  }

  /** One indicator of one unit in each of several periods that do not overlap, by the estimate. One pass. */
  byPeriod(cases: Cases, question: SeriesAsked, periods: readonly Period[]): ChartCount[] {
    return this.series(cases, question, periods).counts;
  }

  /** As `byPeriod`, or by the undisturbed alone; and how far the shares of two may lie apart because others are heard. */
  series(
    cases: Cases,
    { indicator, unit, level, context }: SeriesAsked,
    periods: readonly Period[],
    { undisturbed = false }: { readonly undisturbed?: boolean } = {},
  ): Series {
    for (const period of periods) this.exit.requirePeriod(period);
    const { set, organisations } = this.basis;
    const { exit } = this;
    const sources = set.indicators.find(({ key }) => key === indicator)?.sources ?? [];
    const tallies = countByPeriod(cases, { organisations, level, context }, { indicator, unit, periods });
    return {
      counts: tallies.map((tally) =>
        periodCountOf(shownFigures(tally, exit, { sources, method: 'exact' }), {
          silenced: exit.count(tally.silenced()),
          undisturbed,
        }),
      ),
      composition: (now, before) =>
        (tallies[now] as KeyedTally).compositionAgainst(tallies[before] as KeyedTally, sources, exit.count),
    };
  }

  /** How far a unit's shares of two periods may lie apart because others are heard, by indicator and unit. */
  compositions(
    cases: Cases,
    { now, before, level, context }: UnitsAsked & { readonly now: Period; readonly before: Period },
  ): (indicator: string, unit: string) => Composition {
    const { set, organisations } = this.basis;
    const compositionOf = shownCompositions(cases, { organisations, now, before, level, context }, this.exit);
    return (key, unit) => {
      const indicator = set.indicators.find((definition) => definition.key === key);
      return indicator === undefined ? ALIKE : compositionOf(indicator, unit);
    };
  }
}
