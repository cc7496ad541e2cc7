import fc from 'fast-check';
import { areTooFew } from '../../../src/counting/domain/statistics/cluster';
import { effectiveShareOf } from '../../../src/counting/domain/statistics/effective-share';
import { clustersOf } from './clusters';

const HEARD = [
  [12, 20],
  [30, 40],
  [7, 21],
  [41, 60],
  [9, 10],
  [22, 45],
] as const;

describe('The part of the undisturbed decisions that counts', () => {
  it('is what the cluster-robust variance leaves of them, by as much as organisations are missing', () => {
    // Python (numpy, scipy): part missing 0.1619, variance 3.2174 times chance's, design effect 1.3590, 25.53 degrees of
    // freedom against 195 of as many patients drawn one by one.
    const clusters = clustersOf(...HEARD, [0, 0, 30], [0, 0, 25]);

    expect(effectiveShareOf([clusters])).toBeCloseTo(0.676174465883266, 7);
  });

  it('is Korn and Graubard’s, with the whole cluster-robust variance, where countless others are missing', () => {
    const countless = Array.from({ length: 10_000 }, () => [0, 0, 196] as const);

    expect(effectiveShareOf([clustersOf(...HEARD, ...countless)])).toBeCloseTo(0.1487, 3);
  });

  it('is all of them where everybody was heard, however much organisations differ', () => {
    expect(effectiveShareOf([clustersOf([0, 30], [30, 30], [3, 30])])).toBe(1);
  });

  it('is all of them where the heard lost patients in the same proportion', () => {
    expect(effectiveShareOf([clustersOf([0, 15, 30], [20, 20, 40], [3, 30, 60])])).toBeCloseTo(1, 9);
  });

  it('is all of them where one organisation was heard, and where none or all are met: nothing tells them apart', () => {
    expect(effectiveShareOf([clustersOf([3, 30], [0, 0, 30])])).toBe(1);
    expect(effectiveShareOf([clustersOf([0, 30], [0, 10], [0, 0, 30])])).toBe(1);
    expect(effectiveShareOf([clustersOf([30, 30], [10, 10], [0, 0, 30])])).toBe(1);
  });

  it('is all of them where no kind of organisation was to report, and of two kinds what the wider leaves', () => {
    const [differing, alike] = [clustersOf(...HEARD, [0, 0, 100]), clustersOf([61, 98], [60, 98])];

    expect(effectiveShareOf([])).toBe(1);
    expect(effectiveShareOf([alike, differing])).toBe(effectiveShareOf([differing]));
  });

  it('is never more than all of them, and never nothing', () => {
    const counts = fc
      .integer({ min: 1, max: 60 })
      .chain((decided) =>
        fc.tuple(fc.integer({ min: 0, max: decided }), fc.constant(decided), fc.integer({ min: decided, max: 99 })),
      );
    const silent = fc.array(fc.tuple(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 99 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), silent, (heard, missing) => {
        const share = effectiveShareOf([clustersOf(...heard, ...missing)]);
        expect(share > 0 && share <= 1).toBe(true);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('Too few organisations', () => {
  it('speak for others when some were not heard of and fewer than five were', () => {
    expect(areTooFew(clustersOf([3, 10], [4, 10], [4, 10], [4, 10], [0, 0, 10]))).toBe(true);
    expect(areTooFew(clustersOf([3, 10], [0, 0, 10]))).toBe(true);
    expect(areTooFew(clustersOf([3, 10], [4, 10], [4, 10], [4, 10], [4, 10], [0, 0, 10]))).toBe(false);
  });

  it('speak for nobody else when all were heard: one organisation’s own interval is exact', () => {
    expect(areTooFew(clustersOf([3, 10]))).toBe(false);
    expect(areTooFew(clustersOf([3, 10, 12], [4, 10]))).toBe(false);
  });
});
