import fc from 'fast-check';
import { CAUSES } from '../../src/reporting/domain/movement/causes';
import { COUNTS, type Counts } from '../../src/reporting/domain/movement/counts';
import type { Movement } from '../../src/reporting/domain/movement/movement';
import type { Report } from '../../src/reporting/domain/report';
import type { Context, Level } from '../../src/kernel/unit';
import { anyHistory } from './histories';
import { anyReport, countsIn, reportsOver, unexplained } from './viewpoints';

const VIEWS: readonly (readonly [Level, Context])[] = [
  ['denmark', 'treated'],
  ['region', 'treated'],
  ['region', 'resident'],
  ['hospital', 'treated'],
  ['municipality', 'resident'],
];
const ZERO = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;

const isSomething = (counts: Counts): boolean => COUNTS.some((name) => counts[name] !== 0);

const something = (cells: [string, Counts][]): [string, Counts][] =>
  cells.filter(([, counts]) => isSomething(counts)).sort(([a], [b]) => (a < b ? -1 : 1));

/** A report's cells in which something is counted. */
const cellsOf = ({ rows }: Report) => something(rows.map((row) => [`${row.indicator} ${row.unit.id}`, countsIn(row)]));

/** The same cells as a movement has them at one end. */
const endOf = ({ rows }: Movement, end: 'from' | 'to') =>
  something(rows.map((row) => [`${row.indicator} ${row.unit.id}`, row[end]]));

test('from any report to any other of any history, a movement’s ends are the reports and the parts of every cell sum to its change', async () => {
  const causes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      anyReport,
      anyReport,
      fc.constantFrom(...VIEWS),
      async (events, from, to, [level, context]) => {
        const { moved, report } = await reportsOver(events);
        const movement = await moved.between(from, to, { level, context });

        expect(endOf(movement, 'from')).toEqual(cellsOf(await report(from, level, context)));
        expect(endOf(movement, 'to')).toEqual(cellsOf(await report(to, level, context)));
        for (const row of movement.rows) {
          expect({ ...row, left: unexplained(row) }).toEqual({ ...row, left: ZERO });
          for (const { cause, counts } of row.parts) if (isSomething(counts)) causes.add(cause);
        }
      },
    ),
    { numRuns: 120, seed: 8, endOnFailure: true },
  );

  // Every cause was at work somewhere, or nothing was shown of it.
  expect([...causes].sort()).toEqual([...CAUSES].sort());
});

const negated = (counts: Counts): Counts =>
  Object.fromEntries(COUNTS.map((name) => [name, 0 - counts[name]])) as Counts;

test('there and back, every cause takes away what it had given', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, anyReport, anyReport, async (events, from, to) => {
      fc.pre(from.knownAt !== to.knownAt);
      const { moved } = await reportsOver(events);
      const there = await moved.between(from, to, { level: 'hospital' });
      const back = await moved.between(to, from, { level: 'hospital' });
      const parts = ({ rows }: Movement, sign: (counts: Counts) => Counts) =>
        rows.flatMap((row) =>
          row.parts.map(({ cause, counts }) => [row.indicator, row.unit.id, cause, sign(counts)] as const),
        );

      expect(parts(back, negated)).toEqual(parts(there, (counts) => counts));
      expect([back.from, back.to]).toEqual([there.to, there.from]);
    }),
    { numRuns: 40, seed: 9, endOnFailure: true },
  );
});
