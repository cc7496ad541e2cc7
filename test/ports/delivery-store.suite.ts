import fc from 'fast-check';
import { countDelivered, type Delivered, type DeliveryCount } from '../../src/kernel/delivery';
import type { DeliveryStore } from '../../src/ports/delivery-store';
import type { UnitOfWork } from '../../src/ports/unit-of-work';

const AALBORG = 'hospital:330011000016003';
const ODENSE = 'municipality:0461';

const delivered = (changes: Partial<Delivered> = {}): Delivered => ({
  organisation: AALBORG,
  kind: 'hospital.procedure',
  family: 'BUG',
  day: '2023-02-10',
  receipt: 'accepted',
  isCorrection: false,
  age: 0,
  aheadMs: 0,
  ...changes,
});

const arbitrary: fc.Arbitrary<Delivered> = fc
  .record({
    organisation: fc.constantFrom(AALBORG, ODENSE),
    family: fc.constantFrom('BUG', 'BVDY0'),
    day: fc.constantFrom('2023-02-10', '2023-02-11'),
    receipt: fc.constantFrom('accepted', 'duplicate', 'rejected'),
    isCorrection: fc.boolean(),
    age: fc.constantFrom(0, 1, 30, 400),
    aheadMs: fc.constantFrom(0, 3_600_000),
  })
  .map((changes) => delivered(changes as Partial<Delivered>));

const all = (store: DeliveryStore, organisation: string): Promise<readonly DeliveryCount[]> =>
  store.of({ organisation, from: '2000-01-01', to: '2100-01-01' });
const ordered = (counts: readonly DeliveryCount[]): string[] =>
  counts.map((count) => JSON.stringify(Object.entries(count).sort())).sort();

/** What `DeliveryStore` promises, of any adapter. */
export function describeDeliveryStore(
  name: string,
  open: () => Promise<{ readonly deliveries: DeliveryStore; readonly unit: UnitOfWork }>,
): void {
  describe(`the deliveries on ${name}`, () => {
    it('are counted by organisation, kind, family and day, ordered by day', async () => {
      const { deliveries } = await open();
      await deliveries.count([
        delivered({ day: '2023-02-11', receipt: 'rejected', family: '' }),
        delivered(),
        delivered({ age: 40, aheadMs: 7_200_000 }),
        delivered({ age: 50, isCorrection: true }),
        delivered({ receipt: 'duplicate' }),
        delivered({ organisation: ODENSE, kind: 'municipality.start', family: '', day: '2023-03-01' }),
      ]);

      expect(await all(deliveries, AALBORG)).toEqual([
        {
          organisation: AALBORG,
          kind: 'hospital.procedure',
          family: 'BUG',
          day: '2023-02-10',
          accepted: 3,
          duplicate: 1,
          rejected: 0,
          corrections: 1,
          ages: { 0: 1, 40: 1 },
          ahead: 1,
          mostAheadMs: 7_200_000,
        },
        expect.objectContaining({ day: '2023-02-11', family: '', accepted: 0, rejected: 1 }),
      ]);
      expect(await deliveries.organisations()).toEqual([AALBORG, ODENSE]);
    });

    it('add up the same in whatever batches they come', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(arbitrary, { maxLength: 6 }), { maxLength: 5 }), async (batches) => {
          const { deliveries } = await open();
          for (const batch of batches) await deliveries.count(batch);
          const counted = [...(await all(deliveries, AALBORG)), ...(await all(deliveries, ODENSE))];

          expect(ordered(counted)).toEqual(ordered(countDelivered(batches.flat())));
        }),
        { numRuns: 15, seed: 4 },
      );
    });

    it('tell the last day on which somebody, or anybody, delivered something', async () => {
      const { deliveries } = await open();
      expect(await deliveries.lastDay('2023-02-20')).toBeUndefined();
      await deliveries.count([
        delivered({ day: '2023-02-09' }),
        delivered({ day: '2023-02-12', receipt: 'rejected' }),
        delivered({ day: '2023-02-10', organisation: ODENSE }),
      ]);

      expect(await deliveries.lastDay('2023-02-20')).toBe('2023-02-12');
      expect(await deliveries.lastDay('2023-02-11')).toBe('2023-02-10');
      expect(await deliveries.lastDay('2023-02-08')).toBeUndefined();
      expect(await deliveries.lastDay('2023-02-20', ODENSE)).toBe('2023-02-10');
      expect(await deliveries.lastDay('2023-02-20', 'municipality:0851')).toBeUndefined();
    });

    it('give the days asked for, both ends included, and nothing of whoever never delivered', async () => {
      const { deliveries } = await open();
      for (const day of ['2023-02-09', '2023-02-10', '2023-02-11', '2023-02-12']) {
        await deliveries.count([delivered({ day })]);
      }
      const asked = { from: '2023-02-10', to: '2023-02-11' };

      expect((await deliveries.of({ organisation: AALBORG, ...asked })).map(({ day }) => day)).toEqual([
        '2023-02-10',
        '2023-02-11',
      ]);
      expect(await deliveries.of({ organisation: 'hospital:330021000016003', ...asked })).toEqual([]);
    });
  });
}
