import fc from 'fast-check';
import { mongo } from 'mongoose';
import { portionsOf } from './portions';

const MIB = 1 << 20;
const SIZES = fc.array(fc.nat({ max: 3 * MIB }), { maxLength: 12 });

test('portions hold all documents in their order, and no more than a server takes unless a document alone is as large', () => {
  fc.assert(
    fc.property(SIZES, (sizes) => {
      const documents = sizes.map((size, at) => ({ _id: at, state: { lines: 'æ'.repeat(size / 4) }, list: ['x'] }));
      const portions = portionsOf(documents);

      expect(portions.flat()).toEqual(documents);
      for (const portion of portions) {
        const bytes = mongo.BSON.calculateObjectSize({ documents: portion });
        expect(portion.length === 1 || bytes <= 9 * MIB).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test('small documents go together, up to as many as a server takes', () => {
  const documents = Array.from({ length: 10_001 }, (_, at) => ({ _id: `${at}` }));

  expect(portionsOf(documents).map(({ length }) => length)).toEqual([10_000, 1]);
  expect(portionsOf([])).toEqual([]);
});
