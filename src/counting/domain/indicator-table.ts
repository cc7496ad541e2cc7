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
  return tableRows(countByUnit(cases, question, keys, question.unit), question, (tally, sources) =>
    figuresOf(tally.counts().counts, tally.reach(sources), interval, intervals),
  );
}

/** The rows of what was counted, with what `figures` makes of each tally. */
export function tableRows<F extends Figures>(
  tallies: UnitTallies,
  { indicators, organisations, period, level, asOf, unit: asked }: TableQuestion,
  figures: (tally: KeyedTally, sources: IndicatorDefinition['sources']) => F,
): (TableRow & F)[] {
  const unitIds = new Set(listedUnits(level, organisations, period, asOf));
  for (const ofUnits of tallies.values()) for (const id of ofUnits.keys()) unitIds.add(id);
  const units = [...unitIds]
    .filter((id) => asked === undefined || id === asked)
    .sort(unitOrderOf(organisations))
    .map((id) => unitOf(id, organisations));
  return [...indicators]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ key, number, sources }) =>
      units.map((unit) => {
        const tally = tallies.get(key)?.get(unit.id) ?? new KeyedTally();
        return { number, indicator: key, unit, ...figures(tally, sources) };
      }),
    );
}
