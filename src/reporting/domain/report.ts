import type { Day } from '../../kernel/day';
import type { DefinitionSet, Provenance } from '../../kernel/definition';
import { formatInstant } from '../../kernel/instant';
import type { Cases } from '../../counting/domain/cases';
import { WORKING_LABEL, type ReportBasis } from '../../counting/domain/report-basis';
import { shownTables } from '../../disclosure/domain/joint-tables';
import { indicatorTable } from '../../counting/domain/indicator-table';
import { sealed } from '../../counting/domain/sealed';
import type { Period } from '../../kernel/period';
import type { ShownTables } from '../../disclosure/domain/hide-small-numbers';
import type { Remembered } from '../../disclosure/domain/remembered';
import { hidesNothing } from '../../disclosure/domain/small';
import { isZeroRow, type ShownRow } from '../../disclosure/domain/shown-row';
import { tableOf } from '../../disclosure/domain/unit-axis';
import type { IntervalMethod } from '../../kernel/interval-method';
import { usualContext, type Context, type Level } from '../../kernel/unit';

export interface ReportQuestion {
  readonly period: Period;
  readonly level: Level;
  /** Where treated or where resident; absent: as is usual for the level. */
  readonly context?: Context;
  /** How intervals are worked out; absent: exactly. */
  readonly interval?: IntervalMethod;
  /** Counts from 1 to below this are hidden, with as many others as it takes; absent: none. */
  readonly smallNumbers?: number;
  readonly asOf: Day;
  /** Milliseconds; absent: everything received so far. */
  readonly knownAt?: number;
}

/** An indicator table as plain data; equal questions on equal events give equal bytes. */
export interface Report {
  readonly definition: string;
  readonly provenance: Provenance;
  /** `arbejdsdefinition` while the definitions are ours. */
  readonly label?: string;
  readonly policy: Readonly<Record<string, string>>;
  readonly asOf: Day;
  /** RFC 3339. */
  readonly knownAt?: string;
  readonly period: Period;
  readonly level: Level;
  readonly context: Context;
  readonly interval: IntervalMethod;
  /** Counts from 1 to below this are hidden; 0 and 1 hide none. */
  readonly smallNumbers: number;
  /** Nothing at all was counted: the zeros are zeros. */
  readonly isEmpty: boolean;
  readonly indicators: readonly ReportedIndicator[];
  readonly rows: readonly ShownRow[];
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
}

/** What a reader must know of an indicator to read its row. */
export type ReportedIndicator = Pick<
  DefinitionSet['indicators'][number],
  'number' | 'key' | 'title' | 'denominatorText' | 'target' | 'provenance'
>;

/** The rows of a report, small numbers hidden; the tables of all levels are counted once and given back by `tablesOf`. */
export function countRows(
  cases: Cases,
  question: ReportQuestion,
  { set, organisations }: ReportBasis,
  remembered: Remembered = {},
  tablesOf: (count: () => ShownTables) => ShownTables = (count) => count(),
): readonly ShownRow[] {
  const { period, level, asOf, context = usualContext(level), interval = 'exact', smallNumbers = 0 } = question;
  const { intervals } = remembered;
  const counting = {
    indicators: set.indicators,
    organisations,
    period,
    asOf,
    interval,
    ...(intervals === undefined ? undefined : { intervals }),
  };
  if (hidesNothing(smallNumbers)) return indicatorTable(cases, { ...counting, level, context });
  return tablesOf(() => shownTables(cases, counting, smallNumbers, remembered))[tableOf(level, context)];
}

/** Counts a report and seals it with its digest. */
export function makeReport(cases: Cases, question: ReportQuestion, basis: ReportBasis): Report {
  return sealReport(countRows(cases, question, basis), question, basis);
}

/** A report of rows that were counted. */
export function sealReport(rows: readonly ShownRow[], question: ReportQuestion, basis: ReportBasis): Report {
  const { period, level, asOf, knownAt } = question;
  const { context = usualContext(level), interval = 'exact', smallNumbers = 0 } = question;
  const { id, set, policy } = basis;
  return sealed({
    definition: id,
    provenance: set.provenance,
    ...(set.provenance === 'working' ? { label: WORKING_LABEL } : undefined),
    policy,
    asOf,
    ...(knownAt === undefined ? undefined : { knownAt: formatInstant(knownAt) }),
    period,
    level,
    context,
    interval,
    smallNumbers,
    isEmpty: rows.every(isZeroRow),
    indicators: set.indicators.map(({ number, key, title, denominatorText, target, provenance }) => ({
      number,
      key,
      title,
      denominatorText,
      target,
      provenance,
    })),
    rows,
  });
}
