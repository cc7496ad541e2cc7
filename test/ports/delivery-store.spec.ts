import type { Delivered } from '../../src/kernel/delivery';
import { describeDeliveryStore } from './delivery-store.suite';
import { openSqlite } from './sqlite-platform';

describeDeliveryStore('SQLite', async () => openSqlite());

const delivered: Delivered = {
  organisation: 'hospital:330011000016003',
  kind: 'hospital.procedure',
  family: 'BUG',
  day: '2023-02-10',
  receipt: 'accepted',
  isCorrection: false,
  aheadMs: 0,
};

test('counts of a unit that fails are not there', async () => {
  const { deliveries, unit } = openSqlite();
  const failing = unit.run(async () => {
    await deliveries.count([delivered]);
    throw new Error('The events could not be kept.');
  });
  await expect(failing).rejects.toThrow('could not be kept');

  expect(await deliveries.organisations()).toEqual([]);
});
