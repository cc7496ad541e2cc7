import type { ShownTables } from '../../disclosure/domain/hide-small-numbers';
import { TABLES, type TableName } from '../../disclosure/domain/unit-axis';
import { chartCountOf, type CountOrHidden } from './chart-count';

/** One indicator's counts in a period: by table, then by unit id in the table's order. */
export type TableCounts = Readonly<Record<TableName, ReadonlyMap<string, CountOrHidden>>>;

/** What charts use of one indicator's tables. */
export function tableCounts(tables: ShownTables): TableCounts {
  const byTable = TABLES.map(({ name }) => [
    name,
    new Map(tables[name].map((row) => [row.unit.id, chartCountOf(row)] as const)),
  ]);
  return Object.fromEntries(byTable) as TableCounts;
}
