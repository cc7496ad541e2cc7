import type { Cases } from '../../counting/domain/cases';
import { countEverywhere, type UnitTallies } from '../../counting/domain/counting';
import { tableRows, type TableQuestion } from '../../counting/domain/indicator-table';
import type { Interval } from '../../counting/domain/statistics/interval';
import { hideSmallNumbers, type ShownTables } from './hide-small-numbers';
import type { Remembered } from './remembered';
import { TABLES, type TableName } from './unit-axis';

/** The tables of all levels and contexts of a period with their small numbers hidden: one pass over the columns. */
export function shownTables(
  cases: Cases,
  question: Omit<TableQuestion, 'level' | 'context'>,
  threshold: number,
  { patterns, intervals = new Map<string, Interval>() }: Remembered = {},
): ShownTables {
  const keys = question.indicators.map(({ key }) => key);
  const { treated, resident } = countEverywhere(cases, question, keys);
  const tallies: Record<TableName, UnitTallies> = {
    denmark: treated.tallies('denmark'),
    'treated-region': treated.tallies('region'),
    hospital: treated.tallies('hospital'),
    'resident-region': resident.tallies('region'),
    municipality: resident.tallies('municipality'),
  };
  const rows = TABLES.map(
    ({ name, level, context }) => [name, tableRows(tallies[name], { ...question, level, context, intervals })] as const,
  );
  return hideSmallNumbers(
    Object.fromEntries(rows) as Record<TableName, ReturnType<typeof tableRows>>,
    { hospitals: treated.places, municipalities: resident.places },
    threshold,
    patterns,
  );
}
