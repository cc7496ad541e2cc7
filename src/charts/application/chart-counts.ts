import type { Day } from '../../kernel/day';
import type { Period } from '../../kernel/period';
import type { Context, Level } from '../../kernel/unit';
import type { Cases } from '../../counting/domain/cases';
import { countByPeriod } from '../../counting/domain/counting';
import type { ReportBasis } from '../../counting/domain/report-basis';
import type { Exit } from '../../disclosure/domain/exit';
import { shownFigures } from '../../disclosure/domain/shown-figures';
import { shownTable } from '../../disclosure/domain/shown-table';
import { chartCountOf, periodCountOf, type ChartCount } from '../domain/chart-count';

/** Which units, counted where. */
export interface UnitsAsked {
  readonly level: Level;
  readonly context: Context;
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

  /**
   * One indicator of one unit in each of several periods that do not overlap, by the estimate or by the undisturbed
   * alone. One pass.
   */
  byPeriod(
    cases: Cases,
    { indicator, unit, level, context }: UnitsAsked & { readonly indicator: string; readonly unit: string },
    periods: readonly Period[],
    { undisturbed = false }: { readonly undisturbed?: boolean } = {},
  ): ChartCount[] {
    for (const period of periods) this.exit.requirePeriod(period);
    const { set, organisations } = this.basis;
    const sources = set.indicators.find(({ key }) => key === indicator)?.sources ?? [];
    const tallies = countByPeriod(cases, { organisations, level, context }, { indicator, unit, periods });
    return tallies.map((tally) =>
      periodCountOf(shownFigures(tally, this.exit, { sources, method: 'exact' }), {
        silenced: this.exit.count(tally.silenced()),
        undisturbed,
      }),
    );
  }
}
