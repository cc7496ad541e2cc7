import { alarmsRaised, daily, drawHistory, monthly, weekly, type Source } from './simulated-sources';

/** A first year to learn from, a second that is judged at the end of every day. */
const YEARS = { from: '2022-01-01', to: '2023-12-31' } as const;
/** Over two hundred in all; more of each with FEED_YEARS=200, told with it. */
const SEEDED_YEARS = Number(process.env['FEED_YEARS'] ?? 20);

const SOURCES: readonly (readonly [name: string, source: Source])[] = [
  ['a large hospital', daily({ perDay: 40, weekend: 0.4, dayOff: 0.3, dispersion: 2.5 })],
  ['a small hospital', daily({ perDay: 6, weekend: 0.3, dayOff: 0.2, dispersion: 2 })],
  [
    'a hospital that delivers on weekdays only',
    daily({ perDay: 12, weekend: 0, dayOff: 0, dispersion: 2, outages: 6 }),
  ],
  [
    'a hospital that grows by half a year',
    daily({ perDay: 8, weekend: 0.5, dayOff: 0.4, dispersion: 1.5, trend: 1.5 }),
  ],
  [
    'a hospital that shrinks by half a year',
    daily({ perDay: 8, weekend: 0.5, dayOff: 0.4, dispersion: 1.5, trend: 0.5 }),
  ],
  ['a municipality that delivers once a month', monthly(40, 8)],
  ['a small municipality', monthly(4, 5)],
  ['a practice with an event a day', daily({ perDay: 1.2, weekend: 0.1, dayOff: 0.1, dispersion: 1.3 })],
  ['a practice with an event a week', daily({ perDay: 1 / 7, weekend: 1, dayOff: 1, dispersion: 1 })],
  ['a practice with an event a month', daily({ perDay: 1 / 30, weekend: 1, dayOff: 1, dispersion: 1 })],
  ['a practice that sends every Wednesday', weekly],
];

describe.each(SOURCES)('%s', (name, source) => {
  it('raises fewer than one false alarm a year', () => {
    const total = new Map<string, number>();
    for (let seed = 1; seed <= SEEDED_YEARS; seed += 1) {
      const history = drawHistory(source, seed, YEARS);
      for (const [state, count] of alarmsRaised(history, '2023-01-01', '2023-12-31')) {
        total.set(state, (total.get(state) ?? 0) + count);
      }
    }
    const all = [...total.values()].reduce((sum, count) => sum + count, 0);
    if (process.env['FEED_YEARS'] !== undefined) {
      process.stdout.write(`${name}: ${all / SEEDED_YEARS} a source-year ${JSON.stringify([...total])}\n`);
    }

    expect(all / SEEDED_YEARS).toBeLessThan(1);
  });
});
