import { historyOf, type History } from '../../src/feeds/domain/history';
import { judgeMadeGood } from '../../src/feeds/domain/made-good';
import { PARAMETERS } from './judged';
import { FOREVER, silentSpells } from '../../src/feeds/domain/silent-spells';
import { addDays, dayNumber, type Day } from '../../src/kernel/day';
import type { DeliveryCount } from '../../src/kernel/delivery';

const LAB = 'laboratory:lab-database';
const FIRST = '2023-01-02';
const SPELL = { from: '2023-06-01', to: '2023-06-30' };

interface Served {
  readonly on: Day;
  readonly received: Day;
  readonly family: string;
  readonly events: number;
}

/** Ten LDL and ten HbA1c results a day through `last`, received the day after, or as `of` says; undefined: never. */
function deliveries(last: Day, of: (served: Served) => Day | undefined): History {
  const counts: DeliveryCount[] = [];
  for (let on = FIRST; on < last; on = addDays(on, 1)) {
    for (const family of ['LDL', 'HbA1c']) {
      const day = of({ on, received: addDays(on, 1), family, events: 10 });
      if (day === undefined || day > last) continue;
      counts.push({
        organisation: LAB,
        kind: 'laboratory.result',
        family,
        day,
        accepted: 10,
        duplicate: 0,
        rejected: 0,
        corrections: 0,
        ages: { [dayNumber(day) - dayNumber(on)]: 10 },
        ahead: 0,
        mostAheadMs: 0,
      });
    }
  }
  return historyOf(LAB, counts, last) as History;
}

const isSilent = (day: Day): boolean => day >= SPELL.from && day <= SPELL.to;
const judged = (history: History, day: Day, spell = SPELL) => judgeMadeGood(history, spell, day, PARAMETERS);

test('a silence whose events came later, in the amount expected, is made good from that day on', () => {
  const history = deliveries('2023-08-01', ({ received }) => (isSilent(received) ? '2023-07-20' : received));

  expect(judged(history, '2023-07-19')).toBeUndefined();
  expect(judged(history, '2023-07-20')).toMatchObject({ since: SPELL.from, until: SPELL.to, received: 600 });
  expect(judged(history, '2023-07-20')?.expected).toBeCloseTo(600, -1);
});

test('half of what is missing does not make it good, nor does what is dated on other days', () => {
  const half = deliveries('2023-08-01', ({ received, on }) =>
    !isSilent(received) ? received : dayNumber(on) % 2 === 0 ? '2023-07-20' : undefined,
  );
  const never = deliveries('2023-08-01', ({ received }) => (isSilent(received) ? undefined : received));

  expect(judged(half, '2023-08-01')).toBeUndefined();
  expect(judged(never, '2023-08-01')).toBeUndefined();
});

test('a code family that is still missing keeps the days silent though most of the whole is there', () => {
  const history = deliveries('2023-08-01', ({ received, family, on }) => {
    if (!isSilent(received)) return received;
    return family === 'LDL' && dayNumber(on) % 3 !== 0 ? undefined : '2023-07-20';
  });

  expect(judged(history, '2023-08-01')).toBeUndefined();
});

test('a silence that nobody ended is made good as far as events are here by now', () => {
  const open = { from: SPELL.from, to: FOREVER };
  const history = deliveries('2023-08-01', ({ received }) => (isSilent(received) ? '2023-07-20' : received));

  expect(judged(history, '2023-07-10', open)).toBeUndefined();
  expect(judged(history, '2023-08-01', open)).toMatchObject({ since: SPELL.from, until: '2023-07-30' });
});

test('of a source that had hardly delivered before nothing is said', () => {
  const spell = { from: '2023-01-20', to: '2023-02-10' };
  const history = deliveries('2023-08-01', ({ received }) => received);

  expect(judged(history, '2023-08-01', spell)).toBeUndefined();
});

test('statuses that touch are one silence; an open one lasts until the next word', () => {
  const silent = (from: Day, to?: Day) => ({ state: 'silent' as const, from, ...(to === undefined ? {} : { to }) });

  expect(
    silentSpells([
      silent('2023-05-01', '2023-05-10'),
      silent('2023-05-11'),
      { state: 'connected', from: '2023-06-01' },
      silent('2023-09-01'),
    ]),
  ).toEqual([
    { from: '2023-05-01', to: '2023-05-31' },
    { from: '2023-09-01', to: FOREVER },
  ]);
});
