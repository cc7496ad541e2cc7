import type { CountAxis, CountTable } from './count-axis';
import { knownPattern, type KnownPatterns } from './known-patterns';
import { OtherTables } from './other-tables';
import { hideShared, sharedColumns } from './shared-columns';
import { isSmall } from './small';

/**
 * Hides every small cell and as many others as it takes that none can be computed: row by row, 1 where hidden.
 *
 * The promise holds against a reader who knows every cell shown, every sum within the table, and the method: for
 * every hidden cell there is another table of non-negative whole numbers with the same cells shown and the same sums,
 * in which that cell is another number. Cells are only ever hidden together with such a table, so nothing is left to
 * a check afterwards. The same cells are hidden whatever order people were counted in.
 *
 * Small cells are gone through from the totals down; each that no table found so far changes gets the one that costs
 * a reader least. (The method is that of hypercubes: Repsilber 1994; Giessing 2004, in τ-ARGUS.)
 */
export function hideCells(table: CountTable, threshold: number, known?: KnownPatterns): Uint8Array {
  if (known === undefined) return patternOf(table, threshold);
  return knownPattern(table, threshold, known, () => patternOf(table, threshold));
}

function patternOf(table: CountTable, threshold: number): Uint8Array {
  const { counts, columns } = table;
  const width = columns.items.length;
  const others = new OtherTables(table, threshold);
  const small = smallCells(table, threshold);
  for (const [row, column] of small) others.hidden[row * width + column] = 1;
  const shared = sharedColumns(columns);
  hideShared(table, shared, small, others, threshold);
  for (const [row, column] of small) {
    if (others.changed[row * width + column] === 1) continue;
    if (others.hideWithCheapest(row, column, shared) !== undefined) continue;
    // Only a table whose parts do not add up as its axes say can have no other beside it.
    if (others.hideWithCheapest(row, column) === undefined) return new Uint8Array(counts.length).fill(1);
  }
  return others.hidden;
}

/** Rows from the totals down, and in each its columns likewise. */
function smallCells({ rows, columns, counts }: CountTable, threshold: number): [row: number, column: number][] {
  const shown = downwards(columns).filter((column) => columns.items[column]?.weight !== Infinity);
  return downwards(rows).flatMap((row) =>
    shown
      .filter((column) => isSmall(counts[row * columns.items.length + column] as number, threshold))
      .map((column): [number, number] => [row, column]),
  );
}

function downwards({ items }: CountAxis): number[] {
  const weightAt = (item: number): number => items[item]?.weight ?? 0;
  return items.map((_, at) => at).sort((a, b) => weightAt(b) - weightAt(a) || a - b);
}
