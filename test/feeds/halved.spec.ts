import { judge } from './judged';
import { addDays, dayNumber, type Day } from '../../src/kernel/day';
import { daily, drawHistory, monthly, type Source } from './simulated-sources';

const HALVED_FROM = '2023-09-04';
const SEEDS = Number(process.env['FEED_YEARS'] ?? 8);

/** A source of which about half comes from a day on, through another. */
const halved =
  (source: Source, through: Day = '9999-12-31'): Source =>
  (chance) => {
    const draw = source(chance);
    return (day) => {
      const count = draw(day);
      const isHalf = day >= dayNumber(HALVED_FROM) && day <= dayNumber(through);
      return isHalf ? chance.binomial(count, 0.5) : count;
    };
  };

/** Of how many seeds the fall is told at the end of the day so many days after it began. */
function toldAfter(days: number, source: Source): number {
  const to = addDays(HALVED_FROM, days - 1);
  let told = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const history = drawHistory(source, seed, { from: '2022-01-01', to });
    if (judge(history, to).findings.some(({ state }) => state === 'halved')) told += 1;
  }
  return told;
}

describe('a volume that is halved for good', () => {
  const large = daily({ perDay: 40, weekend: 0.4, dayOff: 0.3, dispersion: 2.5 });
  const small = daily({ perDay: 12, weekend: 0.3, dayOff: 0.2, dispersion: 2 });

  it('is told of a large hospital within four weeks, whatever the seed, and stays told', () => {
    expect(toldAfter(28, halved(large))).toBe(SEEDS);
    expect(toldAfter(90, halved(large))).toBe(SEEDS);
  });

  it('is told of a smaller one within four weeks as good as always', () => {
    expect(toldAfter(28, halved(small))).toBeGreaterThanOrEqual(Math.floor(0.75 * SEEDS));
  });

  it('is mostly told of a municipality that delivers once a month after five batches', () => {
    expect(toldAfter(130, halved(monthly(40, 8)))).toBeGreaterThanOrEqual(Math.floor(SEEDS / 2));
  });

  it('is no fall of two weeks', () => {
    expect(toldAfter(28, halved(large, addDays(HALVED_FROM, 13)))).toBe(0);
  });
});
