import fc from 'fast-check';
import { intervalOf, limitsOf } from '../../../src/counting/domain/statistics/interval';

const exact = { method: 'exact' } as const;
const wilson = { method: 'wilson' } as const;

/** P(X ≥ k) by adding the terms one by one, each from logarithms of whole numbers: nothing shared with the product. */
function atLeast(k: number, n: number, p: number): number {
  let logChoose = 0;
  let sum = 0;
  for (let x = 0; x <= n; x += 1) {
    if (x > 0) logChoose += Math.log(n - x + 1) - Math.log(x);
    if (x >= k) sum += Math.exp(logChoose + x * Math.log(p) + (n - x) * Math.log(1 - p));
  }
  return sum;
}

describe('The interval around a share', () => {
  describe('is the published one', () => {
    // Newcombe, Stat Med 17 (1998), 857–872, table I: methods 5 (Clopper–Pearson) and 3 (score).
    it.each([
      [81, 263, 0.2527, 0.3676, 0.2553, 0.3662],
      [15, 148, 0.0578, 0.1617, 0.0624, 0.1605],
      [0, 20, 0, 0.1684, 0, 0.1611],
      [1, 29, 0.0009, 0.1776, 0.0061, 0.1718],
    ])('for %i of %i (Newcombe 1998)', (numerator, denominator, ...published) => {
      const found = [...limitsOf(numerator, denominator, exact), ...limitsOf(numerator, denominator, wilson)];
      expect(found.map((limit) => Number(limit.toFixed(4)))).toEqual(published);
    });

    it('for Conover’s 682 of 925 giant plants (R, binom.test)', () => {
      const found = limitsOf(682, 925, exact).map((limit) => Number(limit.toFixed(7)));
      expect(found).toEqual([0.7076683, 0.7654066]);
    });

    it('for 3 of 4, one-sided at 95 % (R, binom.test, alternative "greater")', () => {
      expect(limitsOf(3, 4, { ...exact, confidence: 0.9 })[0]).toBeCloseTo(0.2486046, 7);
    });
  });

  it('has exact tails of half of what is left, at any confidence and size', () => {
    const cases = fc
      .integer({ min: 1, max: 600 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(cases, fc.constantFrom(0.9, 0.95, 0.99, 0.998), ({ n, k }, confidence) => {
        const [lower, upper] = limitsOf(k, n, { ...exact, confidence });
        const tail = (1 - confidence) / 2;
        if (k > 0) expect(atLeast(k, n, lower) / tail).toBeCloseTo(1, 5);
        if (k < n) expect((1 - atLeast(k + 1, n, upper)) / tail).toBeCloseTo(1, 5);
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it('solves Wilson’s equation: each end lies z standard errors, taken at that end, from the share', () => {
    for (const [k, n] of [
      [7, 10],
      [81, 263],
      [1, 29],
      [900, 12_000],
    ] as const) {
      for (const end of limitsOf(k, n, wilson)) {
        const z = Math.abs(k / n - end) / Math.sqrt((end * (1 - end)) / n);
        expect(z).toBeCloseTo(1.959964, 5);
      }
    }
  });

  it('is that of so many decisions where only part of them counts', () => {
    // Python (scipy.stats.beta.ppf; Wilson's formula): 30 of 100 with a design effect of 2 and 12 degrees of freedom.
    const effectiveShare = 0.4146755866225185;
    const rounded = (limits: readonly number[]): number[] => limits.map((limit) => Number(limit.toFixed(6)));

    expect(rounded(limitsOf(30, 100, { ...exact, effectiveShare }))).toEqual([0.167796, 0.462044]);
    expect(rounded(limitsOf(0, 100, { ...exact, effectiveShare }))).toEqual([0, 0.085116]);
    expect(rounded(limitsOf(30, 100, { ...wilson, effectiveShare }))).toEqual([0.18245, 0.451463]);
    expect(limitsOf(30, 100, { ...exact, effectiveShare: 0.5 })).toEqual(limitsOf(15, 50, exact));
    expect(() => limitsOf(30, 100, { ...exact, effectiveShare: 0 })).toThrow(RangeError);
  });

  it('is given in percent with one decimal', () => {
    expect(intervalOf(81, 263, exact)).toEqual({ lower: 25.3, upper: 36.8 });
    expect(intervalOf(81, 263, wilson)).toEqual({ lower: 25.5, upper: 36.6 });
    expect(intervalOf(81, 263, { ...exact, confidence: 0.99 })).toEqual({ lower: 23.7, upper: 38.6 });
  });

  it('reaches 0 when none and 100 when all were met, and then says nothing more than that on that side', () => {
    expect(intervalOf(0, 20, exact)).toEqual({ lower: 0, upper: 16.8 });
    expect(intervalOf(20, 20, exact)).toEqual({ lower: 83.2, upper: 100 });
    expect(intervalOf(0, 20, wilson)).toEqual({ lower: 0, upper: 16.1 });
    expect(intervalOf(20, 20, wilson)).toEqual({ lower: 83.9, upper: 100 });
    expect(intervalOf(1, 1, exact)).toEqual({ lower: 2.5, upper: 100 });
  });

  it('is none when nothing was decided', () => {
    expect(intervalOf(0, 0, exact)).toBeNull();
    expect(intervalOf(0, 0, wilson)).toBeNull();
  });

  it('mirrors: what was not met has the complement', () => {
    for (const question of [exact, wilson]) {
      const [lower, upper] = limitsOf(17, 60, question);
      const [failedLower, failedUpper] = limitsOf(43, 60, question);
      expect(lower + failedUpper).toBeCloseTo(1, 9);
      expect(upper + failedLower).toBeCloseTo(1, 9);
    }
  });

  it('still has its tails at the size of the whole registry', () => {
    const [lower, upper] = limitsOf(90_000, 120_000, exact);
    expect(atLeast(90_000, 120_000, lower)).toBeCloseTo(0.025, 6);
    expect(1 - atLeast(90_001, 120_000, upper)).toBeCloseTo(0.025, 6);
  });

  it('refuses counts that are none', () => {
    expect(() => intervalOf(3, 2, exact)).toThrow(RangeError);
    expect(() => intervalOf(-1, 2, exact)).toThrow(RangeError);
    expect(() => intervalOf(1, 2, { ...exact, confidence: 95 })).toThrow('between 0 and 1');
  });
});
