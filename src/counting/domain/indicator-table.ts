import type { Day } from '../../kernel/day';
import type { IndicatorDefinition } from '../../kernel/definition';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { Cases } from './cases';
import { countByUnit, type UnitTallies } from './counting';
import { figuresOf, type Figures } from './figures';
import { KeyedTally } from './keyed-tally';
import type { Period } from '../../kernel/period';
import type { IntervalMethod } from '../../kernel/interval-method';
import type { Interval, KnownIntervals } from './statistics/interval';
import { listedUnits, unitOf, type Context, type Level, type Unit } from '../../kernel/unit';
import { unitOrderOf } from '../../kernel/unit-order';

/** One indicator of one unit. */
export interface TableRow extends Figures {
  readonly number: number;
  readonly indicator: string;
  readonly unit: Unit;
}

export interface TableQuestion {
  readonly indicators: readonly Pick<IndicatorDefinition, 'key' | 'number' | 'sources'>[];
  readonly organisations: OrganisationList;
  readonly period: Period;
  readonly level: Level;
  readonly context: Context;
  readonly asOf: Day;
  readonly interval: IntervalMethod;
  /** The only unit rows are asked for; absent: all. */
  readonly unit?: string;
  /** What remembers intervals; without it each is worked out once a table. */
  readonly intervals?: KnownIntervals;
}

/**
 * Counts the decisions of a period by indicator and unit, exactly: rows by indicator number, then unit, with a row for
 * every listed unit whether or not anything was decided there. What people see comes from `shownTable` (disclosure).
 */
export function indicatorTable(cases: Cases, question: TableQuestion): TableRow[] {
  const { interval, intervals = new Map<string, Interval>() } = question;
  const keys = question.indicators.map(({ key }) => key);
  const tallies = countByUnit(cases, question, keys, question.unit);
  return tableRows(tallies, question, unitsIn(tallies, question), (tally, sources) =>
    figuresOf(tally.counts().counts, tally.reach(sources), interval, intervals),
  );
}

/** The units there may be rows of: every listed one, and every other that anything was counted in; of one that is asked for alone. */
export function unitsIn(
  tallies: UnitTallies,
  { organisations, period, level, asOf, unit: asked }: TableQuestion,
): ReadonlySet<string> {
  const units = new Set(listedUnits(level, organisations, period, asOf));
  for (const ofUnits of tallies.values()) for (const id of ofUnits.keys()) units.add(id);
  return asked === undefined ? units : new Set(units.has(asked) ? [asked] : []);
}

/** The rows of some indicators and units, in order, with what `figures` makes of each tally. */
export function tableRows<F extends Figures>(
  tallies: UnitTallies,
  { indicators, organisations }: Pick<TableQuestion, 'indicators' | 'organisations'>,
  unitIds: ReadonlySet<string>,
  figures: (tally: KeyedTally, sources: IndicatorDefinition['sources']) => F,
): (TableRow & F)[] {
  const units = [...unitIds].sort(unitOrderOf(organisations)).map((id) => unitOf(id, organisations));
  return [...indicators]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ key, number, sources }) =>
      units.map((unit) => {
        const tally = tallies.get(key)?.get(unit.id) ?? new KeyedTally();
        return { number, indicator: key, unit, ...figures(tally, sources) };
      }),
    );
}
