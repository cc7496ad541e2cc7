import fc from 'fast-check';
import type { FrozenContent } from '../../src/reporting/domain/frozen/frozen-content';
import { CAUSES, type Cause } from '../../src/reporting/domain/movement/causes';
import { COUNTS, type Counts } from '../../src/reporting/domain/movement/counts';
import type { Movement, MovementPart } from '../../src/reporting/domain/movement/movement';
import { shownMovement } from '../../src/reporting/domain/movement/shown-movement';
import { period, unexplained } from './viewpoints';

const ZERO = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
const counts = (changes: Partial<Counts>): Counts => ({ ...ZERO, ...changes });

const part = (cause: Cause, decisions: number, met = decisions): MovementPart => ({
  cause,
  decisions,
  counts: counts({ met }),
});

const asked = {
  period: period('all'),
  asOf: '2024-06-30',
  knownAt: '2024-06-30T12:00:00.000Z',
  definition: 'dhrd-2023/2',
  policy: {},
};

function movementOf(parts: readonly MovementPart[]): Movement {
  const change = counts({ met: parts.reduce((sum, one) => sum + one.counts.met, 0) });
  const row = {
    number: 4,
    indicator: 'diet',
    title: { da: 'Diætbehandling', en: 'Diet treatment' },
    unit: { id: 'municipality:0461', name: 'Odense' },
    from: counts({ met: 40, notMet: 50 }),
    to: counts({ met: 40 + change.met, notMet: 50 }),
    percentFrom: null,
    percentTo: null,
    change,
    parts,
  };
  return { from: asked, to: asked, level: 'municipality', context: 'resident', rows: [row] };
}

/** A report that hides counts at these places of the one row. */
const hiding = (...hidden: string[]): FrozenContent =>
  ({
    tables: [
      {
        level: 'municipality',
        context: 'resident',
        rows: [
          {
            indicator: 'diet',
            unit: { id: 'municipality:0461', name: 'Odense' },
            ...(hidden.length === 0 ? undefined : { hidden }),
          },
        ],
      },
    ],
  }) as unknown as FrozenContent;

const partsOf = (movement: Movement, threshold = 3) =>
  shownMovement(movement, [hiding()], threshold).rows[0]?.parts.map(({ cause, causes, decisions }) => [
    cause,
    ...(causes ?? []),
    decisions,
  ]);

test('causes that moved enough decisions are shown each', () => {
  expect(partsOf(movementOf([part('new-patients', 9), part('corrections', 3)]))).toEqual([
    ['new-patients', 9],
    ['corrections', 3],
  ]);
});

test('small causes are put together', () => {
  const movement = movementOf([part('new-patients', 9), part('corrections', 1), part('retractions', 2)]);

  expect(partsOf(movement)).toEqual([
    ['new-patients', 9],
    ['several', 'corrections', 'retractions', 3],
  ]);
});

test('one small cause alone takes the smallest other along, or it could be computed', () => {
  const movement = movementOf([part('new-patients', 9), part('late-events', 5), part('corrections', 1)]);

  expect(partsOf(movement)).toEqual([
    ['new-patients', 9],
    ['several', 'late-events', 'corrections', 6],
  ]);
});

test('a single cause is the change itself, which both reports show', () => {
  expect(partsOf(movementOf([part('corrections', 1)]))).toEqual([['corrections', 1]]);
});

test('nothing is put together where nothing is to be hidden', () => {
  expect(partsOf(movementOf([part('new-patients', 1), part('corrections', 1)]), 0)).toEqual([
    ['new-patients', 1],
    ['corrections', 1],
  ]);
});

test('whatever is put together, the parts sum to the change and none is small unless it is the only one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ cause: fc.constantFrom(...CAUSES), decisions: fc.integer({ min: 1, max: 8 }) }), {
        selector: ({ cause }) => cause,
      }),
      fc.integer({ min: 0, max: 6 }),
      (drawn, threshold) => {
        const movement = movementOf(drawn.map(({ cause, decisions }) => part(cause, decisions, 4 - decisions)));
        const [row] = shownMovement(movement, [hiding()], threshold).rows;
        const parts = row?.parts ?? [];

        expect(unexplained({ change: row!.change, parts })).toEqual(ZERO);
        if (parts.length > 1) for (const { decisions } of parts) expect(decisions).toBeGreaterThanOrEqual(threshold);
      },
    ),
  );
});

test.each([
  [['reported.numerator'], 0],
  [['undisturbed.denominator'], 0],
  [['unknown'], 0],
  // Not among what a movement tells.
  [['sectors.hospital'], 1],
  [[], 1],
])('where either report hides %j, %i rows are left', (hidden, rows) => {
  const movement = movementOf([part('new-patients', 9)]);

  for (const reports of [
    [hiding(), hiding(...hidden)],
    [hiding(...hidden), hiding()],
  ]) {
    const shown = shownMovement(movement, reports, 3);
    expect(shown.rows).toHaveLength(rows);
    expect(shown.hidden).toHaveLength(1 - rows);
  }
});
