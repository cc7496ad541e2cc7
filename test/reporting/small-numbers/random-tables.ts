import { hideCells } from '../../../src/disclosure/domain/hide-cells';
import { hideInTable } from '../../../src/disclosure/domain/hide-in-table';
import { runningTotals, type Random } from '../../../src/synthetic/random';
import { randomReport } from './random-report';
import { cellName, shuffled, tableOf, type RandomTable } from './random-table';
import { axisOf, crossed, flat, grouped, single, twice, type Side } from './sides';

type Shape = (random: Random) => RandomTable;

/** One indicator of a year of patients in a country the size of Denmark. */
export const realSize: Shape = (random) =>
  randomReport(random, ['diet'], { hospitals: 36, municipalities: 98, regions: 5, patients: 2500 });

/** Two indicators in one report, of which a reader knows that the same patients are outside the denominator. */
export const twoIndicators: Shape = (random) => randomReport(random, ['antithrombotic', 'statin']);

/** Lists, grids, grids in groups, cubes, tables of two hierarchies, and the indicator report at a small size. */
export const SHAPES: readonly Shape[] = [
  (random) => plain('list', flat('row', random.int(1, 9)), single('people'), random),
  (random) => plain('grid', flat('row', random.int(1, 7)), flat('column', random.int(2, 6)), random),
  (random) =>
    plain('groups', grouped('row', random.int(1, 3), random.int(2, 8)), flat('column', random.int(2, 4)), random),
  (random) => {
    const columns = crossed(flat('second', random.int(2, 4)), flat('third', random.int(2, 4)));
    return counted('cube', flat('first', random.int(2, 5)), columns, random);
  },
  (random) => {
    const treated = grouped('hospital', random.int(1, 3), random.int(2, 6), 'denmark');
    const resident = grouped('municipality', random.int(1, 3), random.int(2, 8), 'denmark');
    const columns = grouped('category', random.int(2, 3), random.int(3, 6));
    return counted('hierarchies', twice(treated, resident), columns, random);
  },
  (random) => randomReport(random, ['diet']),
];

/** People at random, some classes rare, counted at every item that has them. */
function peopleIn(rows: Side, columns: Side, random: Random): Map<string, number> {
  const counts = new Map<string, number>();
  const chances = new Map(
    [...rows.divisions, ...columns.divisions].map((classes) => [
      classes,
      runningTotals(classes.map(() => random.pick([1, 5, 30, 100]))),
    ]),
  );
  const itemsOf = ({ divisions, everyone }: Side): string[] => [
    everyone,
    ...divisions.flatMap((classes) => classes[random.share(chances.get(classes) as number[])] as string[]),
  ];
  for (let person = random.int(0, random.pick([5, 40, 200])); person > 0; person -= 1) {
    const [ofRows, ofColumns] = [itemsOf(rows), itemsOf(columns)];
    for (const row of ofRows) {
      for (const column of ofColumns) {
        counts.set(cellName(row, column), (counts.get(cellName(row, column)) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** A table hidden cell by cell. */
function counted(shape: string, rows: Side, columns: Side, random: Random): RandomTable {
  const counts = peopleIn(rows, columns, random);
  const table = tableOf(rows, columns, (row, column) => counts.get(cellName(row, column)) ?? 0);
  const hiddenUnder = (threshold: number): Set<string> => {
    const axes = { rows: axisOf(rows), columns: axisOf(columns) };
    const hidden = hideCells({ ...axes, counts: table.cells.map(({ count }) => count) }, threshold);
    return new Set(table.cells.flatMap(({ name }, at) => (hidden[at] === 1 ? [name] : [])));
  };
  return { shape, ...table, hiddenUnder };
}

/** A table such as other parts of the program hand in. */
function plain(shape: string, rows: Side, columns: Side, random: Random): RandomTable {
  const counts = peopleIn(rows, columns, random);
  const countOf = (row: string, column: string): number => counts.get(cellName(row, column)) ?? 0;
  const categories = columns.divisions.length === 0 ? columns.items : columns.items.slice(0, -1);
  const told = (rows.divisions[0] ?? []).map(([key = '', group]) => ({
    key,
    ...(group === undefined ? undefined : { group }),
    counts: categories.map((column) => countOf(key, column)),
  }));
  const hiddenUnder = (threshold: number, order?: Random): Set<string> => {
    const inOrder = order === undefined ? told : shuffled(told, order);
    const shown = hideInTable({ columns: categories, rows: inOrder }, threshold);
    const lines = [...shown.rows, ...shown.groups, { key: rows.everyone, ...shown.totals }];
    return new Set(
      lines.flatMap(({ key, counts: cells, total }) => [
        ...cells.flatMap((cell, at) => (cell === null ? [cellName(key, categories[at] as string)] : [])),
        ...(total === null ? [cellName(key, columns.everyone)] : []),
      ]),
    );
  };
  return { shape, ...tableOf(rows, columns, countOf), hiddenUnder };
}
