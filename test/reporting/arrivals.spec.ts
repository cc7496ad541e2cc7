import { addDays, daysBetween, type Day } from '../../src/kernel/day';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { expectedArrivals } from '../../src/feeds/domain/expected-arrivals';
import { countArrivals } from '../../src/reporting/domain/arrivals';
import type { PathwayWithJourney } from '../../src/transitions/domain/pathway-with-journey';
import { ODENSE_HOSPITAL, feed } from '../support/sectors';
import { EXACT, PUBLISHED, recordKeyOf } from '../support/shown';
import { groundOn } from './pathway-with-journey';

const YEAR = parsePeriod('2023') as Period;
const NEVER = { isSilent: () => false };

/** A new pathway every so many days. */
function every(days: number, from: Day, to: Day): Day[] {
  return Array.from({ length: Math.floor(daysBetween(from, to) / days) + 1 }, (_, at) => addDays(from, at * days));
}
const pathways = (indexDays: readonly Day[]): PathwayWithJourney[] =>
  indexDays.map((indexDay, at) => ({
    person: `p_${at}`,
    pathway: 1,
    indexDay,
    hospital: ODENSE_HOSPITAL,
    journey: {},
    key: recordKeyOf(`p_${at}`, 1),
  }));

describe('the number of new pathways expected of a hospital', () => {
  it('is what it had the year before, with what chance alone may do', () => {
    const expectation = expectedArrivals(every(1, '2021-06-01', '2022-12-31'), {
      ...NEVER,
      period: YEAR,
      asOf: '2024-06-30',
    });

    expect(expectation).toEqual({ about: 370, interval: { lower: 310, upper: 420 } });
  });

  it('grows with the days of a period under way', () => {
    const days = every(1, '2022-01-01', '2022-12-31');

    expect(expectedArrivals(days, { ...NEVER, period: YEAR, asOf: '2023-03-31' })?.about).toBe(90);
  });

  it('is not lowered by days on which the hospital was silent', () => {
    const days = every(1, '2022-01-01', '2022-12-31').filter((day) => day < '2022-04-01' || day > '2022-05-31');
    const isSilent = (day: Day): boolean => day >= '2022-04-01' && day <= '2022-05-31';

    expect(expectedArrivals(days, { isSilent, period: YEAR, asOf: '2024-06-30' })?.about).toBe(370);
    expect(expectedArrivals(days, { ...NEVER, period: YEAR, asOf: '2024-06-30' })?.about).toBe(300);
  });

  it.each<[string, Day[]]>([
    ['less than half a year is known', every(1, '2022-07-10', '2022-12-31')],
    ['fewer than ten are expected', every(50, '2022-01-01', '2022-12-31')],
    ['nothing is known', []],
  ])('is not told where %s', (_what, days) => {
    expect(expectedArrivals(days, { ...NEVER, period: YEAR, asOf: '2024-06-30' })).toBeUndefined();
  });
});

/** What is expected when so many are said to have come on those days. */
function expectationOf(days: readonly Day[], said: number) {
  const found = expectedArrivals(days, { ...NEVER, period: YEAR, asOf: '2024-06-30', countOn: () => said });
  return { expected: found?.about, interval: found?.interval };
}

describe('patients who never arrived', () => {
  const before = every(1, '2022-01-01', '2022-12-31');

  it('are told where chance does not explain that so few are here', async () => {
    const half = [...before, ...every(2, '2023-01-01', '2023-12-31')];
    const whole = [...before, ...every(1, '2023-01-01', '2023-12-31')];
    const basis = await groundOn('2024-06-30');

    expect(countArrivals(pathways(half), YEAR, basis, EXACT).get(ODENSE_HOSPITAL)).toMatchObject({
      expected: 370,
      arrived: 183,
      isFewer: true,
    });
    expect(countArrivals(pathways(whole), YEAR, basis, EXACT).get(ODENSE_HOSPITAL)).toMatchObject({
      arrived: 365,
      isFewer: false,
    });
  });

  it('are told of a hospital that is wholly silent in the period, too', async () => {
    const told = [feed(ODENSE_HOSPITAL, 'silent', '2023-01-01', '2023-12-31')];
    const found = countArrivals(pathways(before), YEAR, await groundOn('2024-06-30', told), EXACT);

    expect(found.get(ODENSE_HOSPITAL)).toMatchObject({ expected: 370, arrived: 0, isFewer: true });
  });

  it('are counted as they are shown in the published view: at most 3 off, and never 1 or 2', async () => {
    const basis = await groundOn('2024-06-30');
    for (const many of [1, 2, 3, 50]) {
      const here = pathways([...before, ...every(7, '2023-01-01', '2023-12-31').slice(0, many)]);
      const found = countArrivals(here, YEAR, basis, PUBLISHED).get(ODENSE_HOSPITAL);
      expect(Math.abs((found?.arrived ?? NaN) - many)).toBeLessThanOrEqual(3);
      expect([1, 2]).not.toContain(found?.arrived);
      expect(found?.isFewer).toBe(true);
    }
  });

  it('are expected from as many as are shown to have come before', async () => {
    const ofYear = (many: number) => pathways(before.slice(-many));
    const found = countArrivals(ofYear(200), YEAR, await groundOn('2024-06-30'), PUBLISHED).get(ODENSE_HOSPITAL);
    const shown = PUBLISHED.count({ count: 200, key: ofYear(200).reduce((sum, { key }) => sum + key, 0) });
    const days = every(1, '2022-06-15', '2022-12-31');

    expect(found).toMatchObject(expectationOf(days, shown));
  });

  it('of all time are not told: there is no time before', async () => {
    const all = parsePeriod('all') as Period;

    expect(countArrivals(pathways(before), all, await groundOn('2024-06-30'), EXACT).size).toBe(0);
  });
});
