import { LRUCache } from 'lru-cache';
import { earlierDay, type Day } from '../../kernel/day';
import type { Cases } from '../../counting/domain/cases';
import { contentDigests } from '../domain/content-digests';
import { tableCounts, type TableCounts } from '../domain/table-counts';
import type { Remembered } from '../../disclosure/domain/remembered';
import { shownTables } from '../../disclosure/domain/joint-tables';
import type { Period } from '../../kernel/period';
import { othersTurn } from '../../kernel/others-turn';
import type { ReportBasis } from '../../counting/domain/report-basis';

/** So many periods of one indicator are kept for each set of columns: all of twelve indicators and twelve years. */
const PERIODS_KEPT = 3500;

/** So long others wait at most, and for one period more. */
const MS_AT_A_TIME = 10;

/**
 * The one place charts get their counts from: with small numbers hidden as in the tables of the same period, so that
 * no chart shows what a table hides.
 *
 * Hiding takes some tens of milliseconds a period, and an event changes the counts of one or two of them: the others
 * are kept under what lies in them.
 */
export class ChartCounts {
  private readonly kept = new WeakMap<Cases, LRUCache<string, TableCounts>>();

  constructor(
    private readonly basis: Pick<ReportBasis, 'set' | 'organisations'>,
    /** Counts from 1 to one below it are hidden. */
    private readonly smallNumbers: number,
    private readonly remembered: Remembered = {},
    private readonly msAtATime = MS_AT_A_TIME,
  ) {}

  /**
   * One indicator's counts of all units in each of several periods that do not overlap, all as the columns are at one
   * moment. Others get their turn while it takes long; what changes meanwhile is counted again.
   */
  async of(cases: Cases, indicator: string, periods: readonly Period[], asOf: Day): Promise<TableCounts[]> {
    const known = this.knownOf(cases);
    const found = new Map<string, TableCounts>();
    for (;;) {
      const digests = contentDigests(cases, indicator, periods);
      const names = periods.map(({ name, to }, at) => [indicator, name, earlierDay(to, asOf), digests[at]].join(' '));
      const until = performance.now() + this.msAtATime;
      for (const [at, period] of periods.entries()) {
        const name = names[at] as string;
        const kept = found.get(name) ?? known.get(name);
        const counts = kept ?? this.count(cases, indicator, period, asOf);
        found.set(name, counts);
        known.set(name, counts);
        if (kept === undefined && performance.now() >= until) break;
      }
      const counted = names.flatMap((name) => found.get(name) ?? []);
      if (counted.length === periods.length) return counted;
      await othersTurn();
    }
  }

  private count(cases: Cases, indicator: string, period: Period, asOf: Day): TableCounts {
    const { set, organisations } = this.basis;
    const indicators = set.indicators.filter(({ key }) => key === indicator);
    const question = { indicators, organisations, period, asOf, interval: 'exact' } as const;
    return tableCounts(shownTables(cases, question, this.smallNumbers, this.remembered));
  }

  private knownOf(cases: Cases): LRUCache<string, TableCounts> {
    const known = this.kept.get(cases) ?? new LRUCache<string, TableCounts>({ max: PERIODS_KEPT });
    this.kept.set(cases, known);
    return known;
  }
}
