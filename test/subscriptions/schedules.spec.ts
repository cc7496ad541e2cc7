import { CronSchedules } from '../../src/platform/cron-schedules';
import { dueReports, retryDelay } from '../../src/subscriptions/domain/due-reports';
import { latestClosedPeriod } from '../../src/subscriptions/domain/latest-closed-period';

const schedules = new CronSchedules();
const at = (instant: string): number => Date.parse(instant);
const told = (times: readonly number[]): string[] => times.map((time) => new Date(time).toISOString());

test('schedules are read in Danish time, winter and summer', () => {
  const times = schedules.between('0 6 5 * *', at('2024-02-01T00:00:00Z'), at('2024-05-01T00:00:00Z'));

  expect(told(times)).toEqual(['2024-02-05T05:00:00.000Z', '2024-03-05T05:00:00.000Z', '2024-04-05T04:00:00.000Z']);
});

test('a time the change to summer time leaves out comes, and one the change back repeats comes once', () => {
  const march = schedules.between('30 2 * * *', at('2024-03-30T12:00:00Z'), at('2024-04-01T12:00:00Z'));
  const october = schedules.between('30 2 * * *', at('2024-10-26T12:00:00Z'), at('2024-10-28T12:00:00Z'));

  expect(march).toHaveLength(2);
  expect(october).toHaveLength(2);
});

test('the end belongs to the times between, the beginning does not', () => {
  const noon = at('2024-06-05T10:00:00Z');

  expect(schedules.between('0 12 5 * *', noon, noon + 1)).toEqual([]);
  expect(schedules.between('0 12 5 * *', noon - 1, noon)).toEqual([noon]);
  expect(schedules.next('0 12 5 * *', noon)).toBe(at('2024-07-05T10:00:00Z'));
});

test.each(['0 6 5 * *', '0 6 * * MON', '15 * * * *', '0 7 1 1,5,9 *', '0 6 L * *'])('"%s" can be used', (schedule) => {
  expect(schedules.faultIn(schedule)).toBeUndefined();
});

test.each([
  ['', 'cron text'],
  ['every monday', 'cron text'],
  ['0 0 6 5 * *', 'cron text'],
  ['0 25 * * *', 'cron text'],
  ['0 6 30 2 *', 'never'],
  ['* * * * *', 'once an hour'],
  ['*/30 * * * *', 'once an hour'],
  ['0,59 6 * * *', 'once an hour'],
])('"%s" is told what to write instead', (schedule, remedy) => {
  expect(schedules.faultIn(schedule)).toContain(remedy);
});

test.each([
  ['month', '2024-01-31', '2023-12'],
  ['month', '2024-03-01', '2024-02'],
  ['quarter', '2024-03-31', '2023Q4'],
  ['quarter', '2024-04-01', '2024Q1'],
  ['tertial', '2024-04-30', '2023T3'],
  ['tertial', '2024-12-31', '2024T2'],
  ['tertial', '2024-05-01', '2024T1'],
  ['year', '2024-12-31', '2023'],
  ['year', '2025-01-01', '2024'],
] as const)('the latest closed %s on %s is %s', (rule, day, name) => {
  const period = latestClosedPeriod(rule, day);

  expect(period.name).toBe(name);
  expect(period.to < day).toBe(true);
});

test('after a standstill every period comes once, at the last time it was asked for', () => {
  const weekly = schedules.between('0 6 * * MON', at('2024-01-31T00:00:00Z'), at('2024-04-10T00:00:00Z'));
  const reports = dueReports(weekly, 'month').map(({ due, period }) => [period.name, told([due])[0]?.slice(0, 10)]);

  expect(weekly).toHaveLength(10);
  expect(reports).toEqual([
    ['2024-01', '2024-02-26'],
    ['2024-02', '2024-03-25'],
    ['2024-03', '2024-04-08'],
  ]);
});

test('a period belongs to the Danish day it is due', () => {
  const midnight = at('2024-04-30T22:30:00Z');

  expect(dueReports([midnight], 'month')[0]?.period.name).toBe('2024-04');
});

test('waiting doubles after every failure and ends at six hours', () => {
  const minutes = [1, 2, 3, 4, 9, 10, 2_000].map((failures) => retryDelay(failures) / 60_000);

  expect(minutes).toEqual([1, 2, 4, 8, 256, 360, 360]);
});
