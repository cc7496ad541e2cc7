import type { Day } from '../../../kernel/day';
import type { Cases } from '../../../counting/domain/cases';
import { indicatorTable, type TableRow } from '../../../counting/domain/indicator-table';
import type { Period } from '../../../kernel/period';
import type { ReportBasis } from '../../../counting/domain/report-basis';
import { usualContext, type Level } from '../../../kernel/unit';

/** Everyone's decisions under a definition set. */
export interface Version {
  readonly basis: ReportBasis;
  readonly cases: Cases;
}

export interface DifferenceQuestion {
  readonly period: Period;
  /** Levels whose units are compared; none: all. */
  readonly level?: Level;
  readonly asOf: Day;
  /** RFC 3339. */
  readonly knownAt?: string;
}

/** The indicator table of a level under a version; its intervals are the ones that are soonest made. */
export function rowsOf({ basis, cases }: Version, { period, asOf }: DifferenceQuestion, level: Level): TableRow[] {
  const { set, organisations } = basis;
  const context = usualContext(level);
  return indicatorTable(cases, {
    indicators: set.indicators,
    organisations,
    period,
    level,
    context,
    asOf,
    interval: 'wilson',
  });
}
