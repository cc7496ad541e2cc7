import { keepsPromise, partInside, PROMISED, sumOf } from './promise';
import { simulateWorlds } from './simulate-worlds';

const RUNS = 150;

/** Two hundred runs of three times as many patients: npm run -s bench -- interval-coverage. */
describe(`in ${RUNS} seeded worlds whose organisations differ, 42 municipalities and 7 hospitals of them silent`, () => {
  const indicators = simulateWorlds(RUNS, 2_000, 1);
  const named = indicators.map((one) => [one.indicator, one] as const);

  test('every indicator has its estimate and its interval in every world', () => {
    expect(indicators).toHaveLength(12);
    for (const { nation, tooFew } of indicators) expect(nation.cells + tooFew.cells).toBeGreaterThanOrEqual(RUNS);
  });

  test.each(named)(
    'the truth of %s lies inside the interval in 90 to 98 % of runs, of Denmark and of regions with five organisations',
    (_, { nation, regions }) => {
      for (const coverage of [nation, regions]) {
        expect({ coverage, keepsPromise: keepsPromise(coverage) }).toEqual({ coverage, keepsPromise: true });
        expect(partInside(coverage)).toBeGreaterThanOrEqual(PROMISED.least);
      }
    },
  );

  test('over all indicators it lies inside in 90 to 98 % of runs', () => {
    for (const coverage of [
      sumOf(indicators.map(({ nation }) => nation)),
      sumOf(indicators.map(({ regions }) => regions)),
    ]) {
      expect(partInside(coverage)).toBeGreaterThanOrEqual(PROMISED.least);
      expect(partInside(coverage)).toBeLessThanOrEqual(PROMISED.most);
    }
  });

  test('an interval as though patients were drawn one by one holds more rarely', () => {
    const naive = sumOf(indicators.map(({ withoutOrganisations }) => withoutOrganisations));
    expect(partInside(naive)).toBeLessThan(partInside(sumOf(indicators.map(({ nation }) => nation))));
  });

  test('the bounds contain the truth of the pathways that are there in every run, of Denmark and every region', () => {
    expect(indicators.map(({ outsideBounds }) => outsideBounds)).toEqual(indicators.map(() => 0));
  });

  test('too few organisations are said where a region’s hospitals are few, and never of one register', () => {
    const tooFew = new Map(indicators.map((one) => [one.indicator, one.tooFew.cells]));
    expect(tooFew.get('participation')).toBeGreaterThan(0);
    expect(['ldl', 'antithrombotic', 'statin'].map((key) => tooFew.get(key))).toEqual([0, 0, 0]);
  });
});
