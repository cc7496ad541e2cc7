import { planOf } from '../../bench/scale/plan';

const LOAD = { events: 120_000_000, years: 10, secondsAnEvent: 0.001, hoursToFill: 10, peakHours: 10 };
const TODAY = { partitions: 12, services: 9 };

test('instances are for the greater rate at 60 % of a core each, partitions four or more to an instance and a power of two', () => {
  const plan = planOf({ ...LOAD, secondsAnEvent: 0.01 }, TODAY);

  expect(plan.eventsASecondAtPeak).toBeCloseTo(1_000_000 / 36_000, 6);
  expect(plan.eventsASecondToFill).toBeCloseTo(120_000_000 / 36_000, 6);
  expect(plan.instances).toBe(56); // 3,333.3 events of 10 ms each a second, by 0.6
  expect(plan.partitions).toBe(256);
});

test('a peak above the rate of filling decides', () => {
  const plan = planOf({ ...LOAD, hoursToFill: 10_000, peakHours: 0.01, secondsAnEvent: 0.001 }, TODAY);

  expect(plan.instances).toBe(47); // 27,777.8 events of 1 ms each a second, by 0.6
});

test('a small load takes one instance of each service and no fewer partitions than there are', () => {
  expect(planOf({ ...LOAD, events: 1_000 }, TODAY)).toMatchObject({ instances: 9, partitions: 64 });
  expect(planOf({ ...LOAD, events: 1_000 }, { partitions: 100, services: 1 })).toMatchObject({
    instances: 1,
    partitions: 100,
  });
});
