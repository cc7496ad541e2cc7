import { hideInTable, type PlainTable } from '../../../src/disclosure/domain/hide-in-table';

const started: PlainTable = {
  columns: ['started', 'never-started'],
  rows: [
    { key: 'municipality:0461', counts: [40, 2] },
    { key: 'municipality:0851', counts: [31, 9] },
    { key: 'municipality:0751', counts: [52, 8] },
  ],
};

test('a small number is hidden with three others, so that no total tells it', () => {
  expect(hideInTable(started, 3)).toEqual({
    rows: [
      { key: 'municipality:0461', counts: [null, null], total: 42 },
      { key: 'municipality:0851', counts: [null, null], total: 40 },
      { key: 'municipality:0751', counts: [52, 8], total: 60 },
    ],
    groups: [],
    totals: { counts: [123, 19], total: 142 },
  });
});

test('under a threshold that hides nothing the table stays as it is', () => {
  expect(hideInTable(started, 1).rows.map(({ counts }) => counts)).toEqual(started.rows.map(({ counts }) => counts));
});

test('zeros are shown, and a table of zeros is a table of zeros', () => {
  const rows = [
    { key: 'a', counts: [0, 0] },
    { key: 'b', counts: [0, 0] },
  ];

  expect(hideInTable({ columns: ['x', 'y'], rows }, 3)).toEqual({
    rows: rows.map((row) => ({ ...row, total: 0 })),
    groups: [],
    totals: { counts: [0, 0], total: 0 },
  });
});

test('a list’s one small number takes another with it, or the total when nothing else is there', () => {
  const list = (...counts: number[]): PlainTable => ({
    columns: ['open'],
    rows: counts.map((count, at) => ({ key: `row ${at}`, counts: [count] })),
  });
  const shown = (table: PlainTable) => {
    const { rows, totals } = hideInTable(table, 3);
    return [...rows.map(({ total }) => total), totals.total];
  };

  expect(shown(list(1, 7, 40))).toEqual([null, null, 40, 48]);
  expect(shown(list(1, 0, 0))).toEqual([null, 0, 0, null]);
  expect(shown(list(2))).toEqual([null, null]);
});

test('groups’ totals are held to as well', () => {
  const { rows, groups, totals } = hideInTable(
    {
      columns: ['pathways'],
      rows: [
        { key: 'hospital:1', group: 'region:1', counts: [2] },
        { key: 'hospital:2', group: 'region:1', counts: [30] },
        { key: 'hospital:3', group: 'region:2', counts: [5] },
      ],
    },
    3,
  );

  expect(rows.map(({ total }) => total)).toEqual([null, null, 5]);
  expect(groups).toEqual([
    { key: 'region:1', counts: [32], total: 32 },
    { key: 'region:2', counts: [5], total: 5 },
  ]);
  expect(totals.total).toBe(37);
});

test('a row that does not fit the columns is refused by its key', () => {
  expect(() => hideInTable({ columns: ['x', 'y'], rows: [{ key: 'a', counts: [1] }] }, 3)).toThrow('Row a');
});
