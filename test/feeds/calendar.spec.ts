import { calendarMonth } from './judged';
import { historyOf } from '../../src/feeds/domain/history';
import { addDays, type Day } from '../../src/kernel/day';
import type { DeliveryCount } from '../../src/kernel/delivery';

const FIRST = '2023-01-01';
const LAST = '2023-08-31';

const count = (organisation: string, day: Day, accepted: number, family: string): DeliveryCount => ({
  organisation,
  kind: 'hospital.procedure',
  family,
  day,
  accepted,
  duplicate: 0,
  rejected: 0,
  corrections: 0,
  ages: { 1: accepted },
  ahead: 0,
  mostAheadMs: 0,
});

/** The status of each month of a source that sends `of(day)` events of each family. */
function statuses(of: (day: Day, family: string) => number, organisation = 'hospital:330901000016003') {
  const counts: DeliveryCount[] = [];
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    for (const family of ['BUG', 'BVDY0', 'PCI']) {
      if (of(day, family) > 0) counts.push(count(organisation, day, of(day, family), family));
    }
  }
  const history = historyOf(organisation, counts, LAST);
  const months = ['2023-03', '2023-04', '2023-05', '2023-06', '2023-07', '2023-08'];
  return months.map((month) => calendarMonth(history, month, LAST));
}
const colours = (months: readonly { readonly status: string }[]): string[] => months.map(({ status }) => status);

test('every month is green while everything comes', () => {
  const months = statuses(() => 3);

  expect(colours(months)).toEqual(['green', 'green', 'green', 'green', 'green', 'green']);
  for (const { expected, received } of months) expect((expected as number) / received).toBeCloseTo(1, 1);
});

test('a month with a silent week is yellow, one without anything is red, and what was expected stays', () => {
  const months = statuses((day) => ((day >= '2023-05-10' && day < '2023-05-18') || day >= '2023-07-01' ? 0 : 3));

  expect(colours(months)).toEqual(['green', 'green', 'yellow', 'green', 'red', 'red']);
  expect(months[5]).toMatchObject({ received: 0 });
  expect(months[5]?.expected).toBeGreaterThan(200);
});

test('a month without one of the code families is yellow and names it', () => {
  const months = statuses((day, family) => (family === 'BUG' && day >= '2023-06-01' ? 0 : 3));

  expect(months[3]).toMatchObject({ status: 'yellow', missing: [{ kind: 'hospital.procedure', family: 'BUG' }] });
});

test('a month without its monthly batch is red, the others are green', () => {
  const months = statuses((day) => (day.endsWith('-08') && !day.startsWith('2023-07') ? 20 : 0));

  expect(colours(months)).toEqual(['green', 'green', 'green', 'green', 'red', 'green']);
});

test('months before the first delivery, and after a channel was closed, expect nothing', () => {
  const blank = calendarMonth(undefined, '2023-05', LAST);
  const closed = statuses((day) => (day <= '2023-01-31' ? 5 : 0), 'danheart:330901000016003');

  expect(blank).toEqual({ month: '2023-05', status: 'none', expected: null, received: 0, missing: [] });
  expect(colours(closed)).toEqual(['none', 'none', 'none', 'none', 'none', 'none']);
});
