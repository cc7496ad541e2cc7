import { compareCodePoints } from '../../kernel/ordering';
import type { AxisItem, CountAxis } from './count-axis';
import { flatAxis } from './count-axis';
import { hideCells } from './hide-cells';

/** Counts of people, in each row by category. */
export interface PlainTable {
  /** Keys of the categories; everyone in a row is in exactly one of them. */
  readonly columns: readonly string[];
  readonly rows: readonly PlainRow[];
}

interface PlainRow {
  /** Unique in the table. */
  readonly key: string;
  /** What the row is part of, where groups of rows are summed up too: a hospital's region. Either all rows have one or none. */
  readonly group?: string;
  /** One for each column. */
  readonly counts: readonly number[];
}

/** Counts with null where hidden. */
interface ShownRow {
  readonly key: string;
  readonly counts: readonly (number | null)[];
  readonly total: number | null;
}

export interface ShownTable {
  /** As they were given. */
  readonly rows: readonly ShownRow[];
  /** Sums of the groups, by key; none when rows have none. */
  readonly groups: readonly ShownRow[];
  /** Sums of all rows. */
  readonly totals: Omit<ShownRow, 'key'>;
}

const WEIGHT_OF_GROUP = 3;
const WEIGHT_OF_TOTAL = 10;
const WEIGHT_OF_ROW_TOTAL = 3;

/**
 * Hides the small cells of a table and as many others as it takes that none can be computed from what is shown:
 * row totals, column totals, groups' totals and the grand total may all be shown beside the cells.
 *
 * A cell is small from 1 to `threshold` − 1; with a threshold of 0 or 1 nothing is hidden. Whatever is made of a
 * hidden count (a percentage, an interval, a median of it) has to be left out by the caller, as has anything else that
 * would tell it. Rows may come in any order: the same cells are hidden.
 *
 * ```ts
 * const table = {
 *   columns: ['started', 'never-started'],
 *   rows: [
 *     { key: 'municipality:0461', counts: [40, 2] },
 *     { key: 'municipality:0851', counts: [31, 9] },
 *     { key: 'municipality:0751', counts: [52, 8] },
 *   ],
 * };
 * hideInTable(table, 3).rows;
 * // 0461: [null, null], total 42 · 0851: [null, null], total 40 · 0751: [52, 8], total 60; totals [123, 19] and 142
 * ```
 *
 * A list with one total is a table of one column: `{ columns: ['open'], rows: [{ key, counts: [3] }, …] }`.
 */
export function hideInTable(table: PlainTable, threshold: number): ShownTable {
  const { axis, order } = rowAxis(table.rows);
  const columns =
    table.columns.length === 1
      ? { items: [{ key: table.columns[0] as string, weight: 1 }], everyone: [0], divisions: [] }
      : flatAxis(table.columns, { key: 'total', weight: WEIGHT_OF_ROW_TOTAL });
  const width = columns.items.length;
  const counts = countsOf(table, order, axis, width);
  const hidden = hideCells({ rows: axis, columns, counts }, threshold);
  const shown = (item: number): Omit<ShownRow, 'key'> => {
    const cells = Array.from({ length: width }, (_, at) => {
      const cell = item * width + at;
      return hidden[cell] === 1 ? null : (counts[cell] as number);
    });
    return { counts: cells.slice(0, table.columns.length), total: cells.at(-1) as number | null };
  };
  const placeOf = new Map(axis.items.map(({ key }, at) => [key, at]));
  const shownUnder = (key: string, kind: Kind): ShownRow => ({
    key,
    ...shown(placeOf.get(itemKey(kind, key)) as number),
  });
  return {
    rows: table.rows.map(({ key }) => shownUnder(key, 'row')),
    groups: groupsOf(table.rows).map((key) => shownUnder(key, 'group')),
    totals: shown(axis.items.length - 1),
  };
}

type Kind = 'row' | 'group';
const itemKey = (kind: Kind, key: string): string => `${kind} ${key}`;

function groupsOf(rows: readonly PlainRow[]): string[] {
  return [...new Set(rows.flatMap(({ group }) => group ?? []))].sort(compareCodePoints);
}

/** The rows by key, then the groups, then the total. */
function rowAxis(rows: readonly PlainRow[]): { axis: CountAxis; order: readonly PlainRow[] } {
  const order = [...rows].sort((a, b) => compareCodePoints(a.key, b.key));
  const groups = groupsOf(rows);
  const items: AxisItem[] = [
    ...order.map(({ key }) => ({ key: itemKey('row', key), weight: 1 })),
    ...groups.map((key) => ({ key: itemKey('group', key), weight: WEIGHT_OF_GROUP })),
    { key: 'total', weight: WEIGHT_OF_TOTAL },
  ];
  const classes = order.map(({ group }, at) =>
    group === undefined ? [at] : [at, order.length + groups.indexOf(group)],
  );
  const divisions = classes.length === 0 ? [] : [classes];
  return { axis: { items, everyone: [items.length - 1], divisions }, order };
}

/** Every cell with its sums: of the row in the last column, of groups and of all in the last rows. */
function countsOf({ columns }: PlainTable, order: readonly PlainRow[], axis: CountAxis, width: number): Float64Array {
  const counts = new Float64Array(axis.items.length * width);
  const last = axis.items.length - 1;
  order.forEach(({ key, counts: cells }, row) => {
    if (cells.length !== columns.length) {
      throw new Error(`Row ${key} has ${cells.length} counts for ${columns.length} columns.`);
    }
    const places = [...(axis.divisions[0]?.[row] ?? []), last];
    cells.forEach((count, column) => {
      for (const place of places) {
        for (const at of new Set([column, width - 1])) counts[place * width + at]! += count;
      }
    });
  });
  return counts;
}
