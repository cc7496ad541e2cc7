import type { Random } from '../../../src/synthetic/random';
import type { Published } from './attacker';
import type { Side } from './sides';

/** A table with all its numbers, and what is hidden of it. */
export interface RandomTable {
  readonly shape: string;
  readonly cells: readonly TableCell[];
  readonly sums: Published['sums'];
  /** Names of the cells hidden under a threshold, the rows being told in the order of `random` when it is given. */
  readonly hiddenUnder: (threshold: number, random?: Random) => ReadonlySet<string>;
}

interface TableCell {
  readonly name: string;
  readonly count: number;
  /** Stands nowhere: worked out from others. */
  readonly isImplied?: boolean;
}

export const cellName = (row: string, column: string): string => `${row} | ${column}`;

/** Every pair of items as a cell, every sum of one side at every item of the other. */
export function tableOf(rows: Side, columns: Side, countOf: (row: string, column: string) => number) {
  const cells = rows.items.flatMap((row) =>
    columns.items.map((column) => ({ name: cellName(row, column), count: countOf(row, column) })),
  );
  const places = new Map(cells.map(({ name }, at) => [name, at]));
  const at = (row: string, column: string): number => places.get(cellName(row, column)) as number;
  const sums = [
    ...rows.items.flatMap((row) =>
      columns.sums.map(({ total, parts }) => ({ total: at(row, total), parts: parts.map((part) => at(row, part)) })),
    ),
    ...columns.items.flatMap((column) =>
      rows.sums.map(({ total, parts }) => ({
        total: at(total, column),
        parts: parts.map((part) => at(part, column)),
      })),
    ),
  ];
  return { cells, sums };
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], random: Random): T[] {
  const left = [...things];
  return things.map(() => left.splice(random.int(0, left.length - 1), 1)[0] as T);
}
