import fc from 'fast-check';
import { countDelivered, type Delivered } from '../../kernel/delivery';
import { broughtWith, byLane, countsOf } from './counted-day';
import type { Brought } from './schemas';

type Lanes = Readonly<Record<string, Brought>>;

const LANES = ['source.hospital/0', 'source.hospital/1'];
const CALL = { lane: 'call:one', number: 1 };

const delivered = (changes: Partial<Delivered> = {}): Delivered => ({
  organisation: 'hospital:330011000016003',
  kind: 'hospital.procedure',
  family: 'BUG',
  day: '2023-02-10',
  receipt: 'accepted',
  isCorrection: false,
  age: 3,
  aheadMs: 0,
  ...changes,
});

/** What comes on a lane at each offset. */
const onLane = (lane: string, length: number): Delivered[] =>
  Array.from({ length }, (_, offset) =>
    delivered({ family: ['BUG', 'BVDY0', 'BRXT'][offset % 3] ?? '', age: offset, origin: `${lane}/${offset}` }),
  );

type Written = readonly (readonly [lane: string, brought: Brought])[];

/** What a process writes that knows what stands. */
const writtenOf = (standing: Lanes, batch: readonly Delivered[], call = CALL): Written =>
  byLane(batch, call).flatMap((onLane) => {
    const brought = broughtWith(standing[onLane.lane], onLane);
    return brought === undefined ? [] : [[onLane.lane, brought] as const];
  });

/** What stands when the lanes that go further win. */
function furthest(standing: Lanes, written: Written): Lanes {
  const lanes = { ...standing };
  for (const [name, lane] of written) if (lane.last > (lanes[name]?.last ?? -1)) lanes[name] = lane;
  return lanes;
}

const rows = (counts: readonly object[]): string[] =>
  counts.map((count) => JSON.stringify(Object.entries(count).sort())).sort();

test('a day counts everything once, however its lanes are taken up again and whoever lost one still writes', () => {
  const step = fc.record({
    lane: fc.integer({ min: 0, max: LANES.length - 1 }),
    /** How far before the last one counted a batch begins, and how many it holds. */
    back: fc.nat({ max: 4 }),
    size: fc.integer({ min: 1, max: 5 }),
    /** Written only after the next step, by a process that read before it. */
    isLate: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let standing: Lanes = {};
      let late: Written = [];
      const reached = LANES.map(() => 0);
      for (const { lane, back, size, isLate } of steps) {
        const from = Math.max(0, (reached[lane] as number) - back);
        const batch = onLane(LANES[lane] as string, from + size).slice(from);
        const written = writtenOf(standing, batch);
        standing = furthest(standing, late);
        late = [];
        if (isLate) late = written;
        else {
          standing = furthest(standing, written);
          reached[lane] = Math.max(reached[lane] as number, from + size);
        }
      }
      standing = furthest(standing, late);
      // Who wrote late did not commit, yet what it wrote stands: it comes again, and is known.
      const all = LANES.flatMap((lane, at) => {
        const last = standing[lane]?.last ?? -1;
        expect(last + 1).toBeGreaterThanOrEqual(reached[at] as number);
        return onLane(lane, last + 1);
      });

      expect(rows(countsOf(Object.values(standing)))).toEqual(rows(countDelivered(all)));
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('what has no place in a transport is counted by calls, and the same call only once', () => {
  const first = furthest({}, writtenOf({}, [delivered(), delivered()]));
  const second = furthest(first, writtenOf(first, [delivered()], { ...CALL, number: 2 }));

  expect(countsOf(Object.values(second))).toMatchObject([{ accepted: 3 }]);
  expect(writtenOf(second, [delivered()], { ...CALL, number: 2 })).toEqual([]);
});
