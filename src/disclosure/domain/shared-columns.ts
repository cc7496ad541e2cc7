import type { CountAxis, CountTable } from './count-axis';
import { OtherTables } from './other-tables';
import { withShifts } from './shift';

/** 1 for the columns whose numbers stand in other tables of the report as well. */
export function sharedColumns({ items }: CountAxis): Uint8Array {
  return Uint8Array.from(items, ({ isShared }) => (isShared === true ? 1 : 0));
}

/** A column, everyone else, and everyone, who are known. */
const APART: CountAxis = withShifts({
  items: [
    { key: 'in', weight: 1 },
    { key: 'out', weight: 1 },
    { key: 'all', weight: Infinity },
  ],
  everyone: [2],
  divisions: [[[0], [1]]],
});

/**
 * One person more in the column would have to be one less of another in several rows at once, and it is not known here
 * whether they have one in common; one less is one more of any other.
 */
const LESS = 1;

/**
 * Hides the small cells of shared columns: in which rows is settled by the column and the number of people alone, so
 * that wherever the same numbers stand the same are hidden, and one other table serves them all. Only then it is seen
 * at the cost of which other columns.
 */
export function hideShared(
  table: CountTable,
  shared: Uint8Array,
  small: readonly (readonly [row: number, column: number])[],
  others: OtherTables,
  threshold: number,
): void {
  for (const column of shared.keys()) {
    const rows = small.filter((cell) => shared[column] === 1 && cell[1] === column).map(([row]) => row);
    if (rows.length === 0) continue;
    const counts = countsApart(table, column);
    const apart = new OtherTables({ rows: table.rows, columns: APART, counts }, threshold, [LESS], others.divisions);
    for (const row of rows) apart.hidden[row * APART.items.length] = 1;
    for (const row of rows) {
      if (apart.changed[row * APART.items.length] === 1) continue;
      const changed = apart.hideWithCheapest(row, 0);
      if (changed !== undefined) others.hideInRows(changed, column);
    }
  }
}

function countsApart({ rows, columns, counts }: CountTable, column: number): Float64Array {
  const width = columns.items.length;
  const [all] = columns.everyone;
  return Float64Array.from(
    rows.items.flatMap((_, row) => {
      const everyone = counts[row * width + (all as number)] as number;
      const inside = counts[row * width + column] as number;
      return [inside, everyone - inside, everyone];
    }),
  );
}
