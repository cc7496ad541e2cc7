import loadHighs, { type LegacyHighs } from 'highs';
import { isSmall } from '../../../src/disclosure/domain/small';
import { createRandom } from '../../../src/synthetic/random';
import { recovered, type Published } from './attacker';
import type { RandomTable } from './random-table';
import { realSize, SHAPES, twoIndicators } from './random-tables';

const TABLES = 1000;
/** Half a minute alone; other specs may want the machine as well. */
const PATIENCE = 300_000;
const SEED = 20_240_630;

let solver: LegacyHighs;
beforeAll(async () => {
  solver = await loadHighs();
});

/** The first so many of the same random tables, every shape in turn, most under the usual threshold. */
function* randomTables(count: number): Generator<{ table: RandomTable; threshold: number; at: number }> {
  const random = createRandom(SEED, 0);
  for (let at = 0; at < count; at += 1) {
    const shape = SHAPES[at % SHAPES.length] as (typeof SHAPES)[number];
    yield { table: shape(random), threshold: random.pick([3, 3, 3, 2, 5]), at };
  }
}

/** The table as a reader has it; a number worked out from others is kept as well if it is small. */
function published({ cells, sums }: RandomTable, threshold: number, hidden: ReadonlySet<string>): Published {
  return {
    sums,
    cells: cells.map(({ name, count, isImplied }) => {
      const isSecret = isImplied === true ? isSmall(count, threshold) : hidden.has(name);
      return { name, count, state: isSecret ? 'hidden' : isImplied === true ? 'implied' : 'shown' };
    }),
  };
}

const smallIn = ({ cells }: RandomTable, threshold: number): string[] =>
  cells.filter(({ count }) => isSmall(count, threshold)).map(({ name }) => name);

test(
  `of ${TABLES} random tables a solver recovers no hidden cell`,
  () => {
    const found: object[] = [];
    const tried = { tables: 0, hidden: 0 };
    for (const { table, threshold, at } of randomTables(TABLES)) {
      const hidden = table.hiddenUnder(threshold);
      const names = recovered(published(table, threshold, hidden), solver);
      if (names.length > 0) found.push({ at, shape: table.shape, threshold, names });
      tried.tables += 1;
      tried.hidden += hidden.size;
    }

    expect(found).toEqual([]);
    expect(tried.tables).toBe(TABLES);
    expect(tried.hidden).toBeGreaterThan(10 * TABLES);
  },
  PATIENCE,
);

test(
  'nor from a report at its real size, where not many more are hidden than are small',
  () => {
    const table = realSize(createRandom(SEED, 3));
    const hidden = table.hiddenUnder(3);
    const standing = smallIn(table, 3).filter((name) => hidden.has(name)).length;

    expect(recovered(published(table, 3, hidden), solver)).toEqual([]);
    expect(standing).toBeGreaterThan(400);
    // The counts behind the bounds are seldom small themselves, and go with those that are.
    expect(hidden.size).toBeLessThan(2 * standing);
  },
  PATIENCE,
);

test(
  'nor from what two indicators of a report have in common',
  () => {
    const random = createRandom(SEED, 2);
    let shared = 0;
    for (let at = 0; at < 60; at += 1) {
      const table = twoIndicators(random);
      const hidden = table.hiddenUnder(3);
      shared += [...hidden].filter((name) => name.endsWith(' | notApplicable')).length;

      expect({ at, names: recovered(published(table, 3, hidden), solver) }).toEqual({ at, names: [] });
    }

    expect(shared).toBeGreaterThan(100);
  },
  PATIENCE,
);

test('with the small cells alone hidden it recovers some in most tables that have any', () => {
  const open = new Map<string, number>();
  for (const { table, threshold } of randomTables(120)) {
    const names = recovered(published(table, threshold, new Set(smallIn(table, threshold))), solver);
    if (names.length > 0) open.set(table.shape, (open.get(table.shape) ?? 0) + 1);
  }

  expect([...open.keys()].sort()).toEqual(['cube', 'grid', 'groups', 'hierarchies', 'list', 'report']);
  expect([...open.values()].reduce((sum, tables) => sum + tables, 0)).toBeGreaterThan(60);
});

test('every small cell is hidden, and under a threshold of 0 or 1 none', () => {
  for (const { table, threshold } of randomTables(TABLES)) {
    const hidden = table.hiddenUnder(threshold);
    const stands = new Set(table.cells.filter(({ isImplied }) => isImplied !== true).map(({ name }) => name));
    const shown = smallIn(table, threshold).filter((name) => stands.has(name) && !hidden.has(name));

    expect(shown.filter((name) => !name.endsWith(' | all'))).toEqual([]);
    expect(table.hiddenUnder(0).size + table.hiddenUnder(1).size).toBe(0);
  }
});

test('the same cells are hidden whatever order units come in', () => {
  const random = createRandom(SEED, 1);
  for (const { table, threshold } of randomTables(300)) {
    expect(table.hiddenUnder(threshold, random)).toEqual(table.hiddenUnder(threshold));
  }
});
