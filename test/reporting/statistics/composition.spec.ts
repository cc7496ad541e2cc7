import { ALIKE, compositionOf } from '../../../src/counting/domain/statistics/composition';

/** An organisation of which so many of so many were met now, and before. */
const twice = (now: readonly [number, number], before: readonly [number, number]) => ({
  now: { met: now[0], decided: now[1], expected: now[1] },
  before: { met: before[0], decided: before[1], expected: before[1] },
});

describe('What organisations’ differences add to the difference of two shares', () => {
  const differing = [
    twice([90, 100], [90, 100]),
    twice([30, 100], [30, 100]),
    twice([60, 100], [60, 100]),
    twice([80, 100], [80, 100]),
  ];

  it('is nothing where each has the same part of both, however much they differ', () => {
    expect(compositionOf(differing).variance).toBe(0);
  });

  it('is the variance between them times how far their parts are apart', () => {
    const [first, ...others] = differing;
    const silentNow = [twice([0, 0], [first?.before.met ?? 0, 100]), ...others];
    const { variance, freedom } = compositionOf(silentNow);
    // Parts now are 0 and three thirds, before four quarters.
    const apart = 1 / 4 ** 2 + 3 * (1 / 3 - 1 / 4) ** 2;
    expect(Math.sqrt(variance / apart)).toBeGreaterThan(0.2);
    expect(Math.sqrt(variance / apart)).toBeLessThan(0.35);
    expect(freedom).toBeGreaterThan(2);
    expect(freedom).toBeLessThan(3);
  });

  it('is nothing where organisations do not differ by more than chance, of one organisation, and of an empty period', () => {
    expect(compositionOf([twice([50, 100], [49, 100]), twice([51, 100], [0, 0])]).variance).toBe(0);
    expect(compositionOf([twice([50, 100], [90, 100])])).toEqual(ALIKE);
    expect(compositionOf([twice([50, 100], [0, 0]), twice([90, 100], [0, 0])])).toEqual(ALIKE);
  });

  it('has one degree of freedom where one organisation is heard now and another was before', () => {
    expect(compositionOf([twice([90, 100], [0, 0]), twice([0, 0], [50, 100])]).freedom).toBeCloseTo(1, 6);
  });
});
