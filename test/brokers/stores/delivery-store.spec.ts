import type { Delivered } from '../../../src/kernel/delivery';
import type { DeliveryDay } from '../../../src/platform/mongo/schemas';
import { describeDeliveryStore } from '../../ports/delivery-store.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

const HOSPITAL = 'hospital:330011000016003';

const at = (offset: number, changes: Partial<Delivered> = {}): Delivered => ({
  organisation: HOSPITAL,
  kind: 'hospital.procedure',
  family: 'BUG',
  day: '2023-02-10',
  receipt: 'accepted',
  isCorrection: false,
  aheadMs: 0,
  origin: `source.hospital/3/${offset}`,
  ...changes,
});

describeWithServers('stores', ({ mongo }) => {
  describeDeliveryStore('MongoDB', () => openMongo(mongo));

  describe('the deliveries that come from a topic', () => {
    const accepted = async (deliveries: Awaited<ReturnType<typeof openMongo>>['deliveries']): Promise<number> => {
      const counts = await deliveries.of({ organisation: HOSPITAL, from: '2023-01-01', to: '2023-12-31' });
      return counts.reduce((sum, count) => sum + count.accepted, 0);
    };

    it('are counted once, though batches come again with other bounds', async () => {
      const { deliveries, another } = await openMongo(mongo);
      await deliveries.count([at(10), at(11)]);
      await deliveries.count([at(10), at(11), at(12)]);
      const { deliveries: afterRestart } = await another();
      await afterRestart.count([at(11), at(12), at(13), at(2, { origin: 'source.hospital/4/2' })]);

      expect(await accepted(deliveries)).toBe(5);
    });

    it('are all counted once when another process adds to a day that this one holds', async () => {
      const { deliveries, another } = await openMongo(mongo);
      const { deliveries: other } = await another();
      await deliveries.count([at(1)]);
      await other.count([at(1, { origin: 'source.hospital/4/1' })]);
      await deliveries.count([at(1), at(2)]);
      await other.count([at(1, { origin: 'source.hospital/4/1' }), at(2, { origin: 'source.hospital/4/2' })]);
      await deliveries.count([at(2), at(3, { day: '2023-02-11' })]);

      expect(await accepted(deliveries)).toBe(5);
    });

    it('are all counted once when a partition goes to another process and comes back', async () => {
      const { deliveries, another } = await openMongo(mongo);
      const { deliveries: other } = await another();
      await deliveries.count([at(1), at(2)]);
      await other.count([at(2), at(3)]);
      deliveries.forget();
      await deliveries.count([at(3), at(4)]);

      expect(await accepted(deliveries)).toBe(4);
    });

    it('do not change when a process that lost its partition writes what it still had', async () => {
      const { deliveries, another } = await openMongo(mongo);
      const { deliveries: other } = await another();
      await deliveries.count([at(1)]);
      await other.count([at(1), at(2), at(3)]);
      await deliveries.count([at(2)]);

      expect(await accepted(deliveries)).toBe(3);
    });

    it('are counted beside what comes by HTTP, from several processes and in the same moment', async () => {
      const { deliveries, another } = await openMongo(mongo);
      const { deliveries: other } = await another();
      const { origin: _, ...byHttp } = at(0);
      const calls = Array.from({ length: 6 }, (_each, number) => (number % 2 === 0 ? deliveries : other));
      await Promise.all(calls.map((store) => store.count([byHttp, byHttp])));
      await deliveries.count([at(1)]);
      await Promise.all(calls.map((store) => store.count([byHttp])));

      expect(await accepted(deliveries)).toBe(19);
    });

    it('are not told of a database that an older version filled, and how it is taken over is said', async () => {
      const { deliveries, database } = await openMongo(mongo);
      const older = { _id: `${HOSPITAL} 2023-02-09`, organisation: HOSPITAL, day: '2023-02-09', counts: '[]' };
      await database.collection('deliveries').insertOne(older as object as DeliveryDay);

      await expect(accepted(deliveries)).rejects.toThrow(/older version wrote\. Export it/u);
    });

    it('are all counted when two processes count the same organisation’s day in the same moment', async () => {
      const { deliveries, another } = await openMongo(mongo);
      const { deliveries: other } = await another();
      const through = (store: typeof deliveries, lane: number) =>
        Promise.all(
          Array.from({ length: 8 }, (_, offset) =>
            store.count([at(offset, { origin: `source.hospital/${lane}/${offset}`, day: `2023-02-${offset + 10}` })]),
          ),
        );
      await Promise.all([through(deliveries, 0), through(other, 1)]);

      expect(await accepted(deliveries)).toBe(16);
    });
  });
});
