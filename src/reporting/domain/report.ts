import type { Day } from '../../kernel/day';
import type { DefinitionSet, Provenance } from '../../kernel/definition';
import { formatInstant } from '../../kernel/instant';
import type { Cases } from '../../counting/domain/cases';
import { WORKING_LABEL, type ReportBasis } from '../../counting/domain/report-basis';
import { sealed } from '../../counting/domain/sealed';
import type { Period } from '../../kernel/period';
import type { Exit } from '../../disclosure/domain/exit';
import type { ShownRow } from '../../disclosure/domain/shown-row';
import { ShownTable } from '../../disclosure/domain/shown-table';
import type { View } from '../../kernel/view';
import type { IntervalMethod } from '../../kernel/interval-method';
import { usualContext, type Context, type Level, type Unit } from '../../kernel/unit';
import { arrivalsIn, countArrivals, type Arrivals } from './arrivals';
import type { TroubleOf } from './feed-troubles';

export interface ReportQuestion {
  readonly period: Period;
  readonly level: Level;
  /** Where treated or where resident; absent: as is usual for the level. */
  readonly context?: Context;
  /** How intervals are worked out; absent: exactly. */
  readonly interval?: IntervalMethod;
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
  /** As what its counts are shown. */
  readonly view: View;
  /** Nothing at all was counted: the zeros are zeros. */
  readonly isEmpty: boolean;
  readonly indicators: readonly ReportedIndicator[];
  readonly rows: readonly ShownRow[];
  /** Of hospitals: the new pathways expected beside those that came, of each that something can be expected of. */
  readonly arrivals?: readonly UnitArrivals[];
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
}

/** What was expected of a hospital and came. */
export interface UnitArrivals extends Arrivals {
  readonly unit: Unit;
}

/** What a reader must know of an indicator to read its row. */
export type ReportedIndicator = Pick<
  DefinitionSet['indicators'][number],
  'number' | 'key' | 'title' | 'denominatorText' | 'target' | 'provenance'
>;

/** Counts a report, its counts let out by an exit, and seals it with its digest. */
export const makeReport = (
  cases: Cases,
  question: ReportQuestion,
  basis: ReportBasis,
  exit: Exit,
  troubleOf?: TroubleOf,
): Report => sealed(reportContent(cases, question, basis, exit, troubleOf));

/** What a report says before it is sealed. */
export type ReportContent = Omit<Report, 'digest'>;

/**
 * Counts what a report says, its counts let out by an exit, with the rows of one indicator (by key) alone where one is
 * asked for; who came beside whom was expected (`troubleOf` says when a hospital was silent) is told of hospitals.
 */
export function reportContent(
  cases: Cases,
  question: ReportQuestion & { readonly indicator?: string },
  basis: ReportBasis,
  exit: Exit,
  troubleOf: TroubleOf = () => undefined,
): ReportContent {
  const { period, level, asOf, knownAt } = question;
  const { context = usualContext(level), interval = 'exact' } = question;
  const { id, set, policy, organisations } = basis;
  const { indicators } = set;
  const counting = { indicators, organisations, period, level, context, asOf, interval };
  const table = new ShownTable(cases, counting, exit);
  const rows = table.rows(question.indicator);
  const arrivalsOf = (): UnitArrivals[] => {
    const counted = countArrivals(arrivalsIn(cases, period), period, { asOf, troubleOf }, exit);
    return rowsUnits(rows).flatMap((unit) => {
      const arrivals = counted.get(unit.id);
      return arrivals === undefined ? [] : [{ unit, ...arrivals }];
    });
  };
  return {
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
    view: exit.view,
    isEmpty: table.isEmpty,
    indicators: indicators.map(({ number, key, title, denominatorText, target, provenance }) => ({
      number,
      key,
      title,
      denominatorText,
      target,
      provenance,
    })),
    rows,
    ...(level === 'hospital' ? { arrivals: arrivalsOf() } : undefined),
  };
}

/** The units of rows, each once, in their order. */
const rowsUnits = (rows: readonly ShownRow[]): Unit[] => [...new Map(rows.map(({ unit }) => [unit.id, unit])).values()];
