import type { TableRow } from '../../counting/domain/indicator-table';
import { figureAxisOf } from './figure-axis';
import { FIGURE_ITEMS, isShownItem } from './figure-items';
import { hideCells } from './hide-cells';
import type { KnownPatterns } from './known-patterns';
import { maskRow } from './mask-row';
import type { ShownRow } from './shown-row';
import { TABLES, unitAxis, type TableName, type UnitTables } from './unit-axis';
import { addUnder } from '../../kernel/add-under';

/** Rows of each table by indicator; the tables of one period that hang together, with all their units. */
export type JointTables = Readonly<Record<TableName, readonly TableRow[]>>;
export type ShownTables = Readonly<Record<TableName, readonly ShownRow[]>>;

/**
 * Hides small numbers in the tables of all levels and contexts of a period together, so that whoever asks for one level
 * sees the same hidden as whoever asks for all: from 1 to `threshold` − 1, and as many others as it takes (see
 * `hideCells`). Beside the counts that stand in a row those count that can be worked out from them: not met,
 * decided while a source was in trouble, and what could have been otherwise. Nothing is hidden under a threshold of 0 or 1.
 *
 * How many pathways a unit has is taken as known to everybody: under another indicator nothing may be hidden, and it
 * is the same number there.
 */
export function hideSmallNumbers(
  tables: JointTables,
  places: Pick<UnitTables, 'hospitals' | 'municipalities'>,
  threshold: number,
  known?: KnownPatterns,
): ShownTables {
  const units = mapTables((name) => [...new Set(tables[name].map(({ unit }) => unit.id))]);
  const { axis, placeOf } = unitAxis({ units, ...places });
  const width = FIGURE_ITEMS.length;
  const [all = 0] = axis.everyone;
  const byIndicator = new Map<string, { readonly row: TableRow; readonly at: number }[]>();
  for (const { name } of TABLES) {
    for (const row of tables[name]) {
      const entry = { row, at: placeOf(name, row.unit.id) };
      addUnder(byIndicator, row.indicator, entry);
    }
  }
  const shown = new Map<TableRow, ShownRow>();
  for (const rows of byIndicator.values()) {
    const counts = new Int32Array(axis.items.length * width);
    for (const { row, at } of rows) FIGURE_ITEMS.forEach(({ of }, item) => (counts[at * width + item] = of(row)));
    const columns = figureAxisOf(counts.subarray(all * width, (all + 1) * width));
    const hidden = hideCells({ rows: axis, columns, counts }, threshold, known);
    for (const { row, at } of rows)
      shown.set(row, maskRow(row, hiddenIn(hidden.subarray(at * width, (at + 1) * width))));
  }
  return mapTables((name) => tables[name].map((row) => shown.get(row) as ShownRow));
}

/** The places of a row that are hidden. */
function hiddenIn(cells: Uint8Array): Set<string> {
  const hidden = new Set<string>();
  cells.forEach((is, item) => {
    const { key } = FIGURE_ITEMS[item] as { key: string };
    if (is === 1 && isShownItem(key)) hidden.add(key);
  });
  return hidden;
}

function mapTables<T>(of: (name: TableName) => T): Record<TableName, T> {
  return Object.fromEntries(TABLES.map(({ name }) => [name, of(name)])) as Record<TableName, T>;
}
