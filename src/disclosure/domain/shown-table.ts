import type { Cases } from '../../counting/domain/cases';
import { countByUnit } from '../../counting/domain/counting';
import { tableRows, type TableQuestion } from '../../counting/domain/indicator-table';
import { listedUnits } from '../../kernel/unit';
import type { Exit } from './exit';
import { shownFigures } from './shown-figures';
import { isZeroRow, type ShownRow } from './shown-row';

/**
 * The table of a period, level and context as an exit lets it out: rows by indicator number, then unit, with a row for
 * every listed unit and for every other that anybody is shown in; of one unit alone where one is asked about. One pass
 * over the columns.
 */
export function shownTable(cases: Cases, question: Omit<TableQuestion, 'intervals'>, exit: Exit): ShownRow[] {
  const { indicators, organisations, period, level, asOf, interval, unit: asked } = question;
  const tallies = countByUnit(
    cases,
    question,
    indicators.map(({ key }) => key),
    asked,
  );
  const rows = tableRows(tallies, question, (tally, sources) =>
    shownFigures(tally, exit, { sources, method: interval }),
  );
  const told = new Set(listedUnits(level, organisations, period, asOf));
  for (const row of rows) if (!isZeroRow(row)) told.add(row.unit.id);
  return rows.filter(({ unit }) => told.has(unit.id));
}
