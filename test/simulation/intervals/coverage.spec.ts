import type { Coverage } from './coverage';
import { simulateWorlds } from './simulate-worlds';

const percentInside = (coverages: readonly Coverage[]): number => {
  const cells = coverages.reduce((sum, coverage) => sum + coverage.cells, 0);
  return (100 * coverages.reduce((sum, { inside }) => sum + inside, 0)) / cells;
};

describe('in 200 seeded worlds whose organisations differ, 42 municipalities and 7 hospitals of them silent', () => {
  const indicators = simulateWorlds(200, 1_200, 1);
  const named = indicators.map((one) => [one.indicator, one] as const);

  test('every indicator has its estimate and its interval in every world', () => {
    expect(indicators).toHaveLength(12);
    for (const { nation, tooFew } of indicators) expect(nation.cells + tooFew.cells).toBeGreaterThanOrEqual(200);
  });

  test.each(named)(
    'the truth of %s lies inside the interval of Denmark, and of regions, in nine runs of ten',
    (_, one) => {
      expect(percentInside([one.nation])).toBeGreaterThanOrEqual(90);
      expect(percentInside([one.regions])).toBeGreaterThanOrEqual(90);
    },
  );

  test('over all indicators it lies inside in 90 to 98 % of runs: the intervals are no wider than they must be', () => {
    expect(percentInside(indicators.map(({ nation }) => nation))).toBeLessThanOrEqual(98);
    expect(percentInside(indicators.map(({ regions }) => regions))).toBeLessThanOrEqual(98);
  });

  test('an interval as though patients were drawn one by one holds more rarely', () => {
    const naive = percentInside(indicators.map(({ withoutOrganisations }) => withoutOrganisations));
    expect(naive).toBeLessThan(percentInside(indicators.map(({ nation }) => nation)));
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
