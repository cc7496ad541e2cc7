import { funnelLimits, funnelPlace, overallOf } from '../../../src/counting/domain/statistics/funnel';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

/** P(X ≤ k) from whole binomial coefficients. */
function cumulative(k: number, n: number, p: number): number {
  let coefficient = 1n;
  let sum = 0;
  for (let x = 0; x <= k; x += 1) {
    if (x > 0) coefficient = (coefficient * BigInt(n - x + 1)) / BigInt(x);
    sum += Number(coefficient) * p ** x * (1 - p) ** (n - x);
  }
  return sum;
}

describe('The funnel', () => {
  it('lies around the share of all units together', () => {
    expect(overallOf([of(10, 20), of(70, 80)])).toBe(0.8);
    expect(overallOf([of(0, 0)])).toBeNull();
  });

  it('has the quantiles of the binomial tables: of 100 at 50 % the inner 95 % are 40 to 60, the inner 99.8 % 35 to 65', () => {
    const placeOf = (met: number) => funnelPlace(of(met, 100), 0.5);
    expect([39, 40, 60, 61].map(placeOf)).toEqual(['below-inner', 'inside', 'inside', 'above-inner']);
    expect([34, 35, 65, 66].map(placeOf)).toEqual(['below-outer', 'below-inner', 'above-inner', 'above-outer']);
  });

  it('puts the lower line where Spiegelhalter (2005) does: of 20 at 50 % at 5.116 of 20', () => {
    // Binomial table n = 20, p = 0.5: P(R ≤ 5) = 0.0207, P(R ≤ 6) = 0.0577.
    const [lower, upper] = funnelLimits(20, 0.5).inner;
    expect(lower).toBeCloseTo((6 - (0.0577 - 0.025) / (0.0577 - 0.0207)) / 20, 3);
    expect(upper).toBeCloseTo(1 - lower, 12);
  });

  it('says beyond a line exactly when the unit is drawn beyond it', () => {
    for (const overall of [0.05, 0.3, 0.62, 0.97]) {
      for (const denominator of [1, 3, 10, 47, 250]) {
        const { inner, outer } = funnelLimits(denominator, overall);
        for (let numerator = 0; numerator <= denominator; numerator += 1) {
          const share = numerator / denominator;
          const drawn =
            share < outer[0]
              ? 'below-outer'
              : share > outer[1]
                ? 'above-outer'
                : share < inner[0]
                  ? 'below-inner'
                  : share > inner[1]
                    ? 'above-inner'
                    : 'inside';
          expect({ numerator, denominator, overall, place: funnelPlace(of(numerator, denominator), overall) }).toEqual({
            numerator,
            denominator,
            overall,
            place: drawn,
          });
        }
      }
    }
  });

  it('calls a unit beyond the 95 % line only when its exact tail is below 2.5 %, beyond 99.8 % below 0.1 %', () => {
    const [n, p] = [60, 0.72];
    for (let met = 0; met <= n; met += 1) {
      const few = cumulative(met, n, p);
      const many = 1 - cumulative(met - 1, n, p);
      const place = funnelPlace(of(met, n), p);
      expect(place === 'below-outer').toBe(few < 0.001);
      expect(place === 'below-inner').toBe(few >= 0.001 && few < 0.025);
      expect(place === 'above-inner').toBe(many >= 0.001 && many < 0.025);
      expect(place === 'above-outer').toBe(many < 0.001);
    }
  });

  it('narrows as units grow, to the two and three standard errors of the normal curve', () => {
    const { inner, outer } = funnelLimits(40_000, 0.7);
    const error = Math.sqrt((0.7 * 0.3) / 40_000);
    expect((0.7 - inner[0]) / error).toBeCloseTo(1.96, 1);
    expect((inner[1] - 0.7) / error).toBeCloseTo(1.96, 1);
    expect((0.7 - outer[0]) / error).toBeCloseTo(3.09, 1);
    expect((outer[1] - 0.7) / error).toBeCloseTo(3.09, 1);
    expect(funnelLimits(5, 0.7).inner[0]).toBeLessThan(funnelLimits(50, 0.7).inner[0]);
  });

  it('stays within 0 and 100 %, and closes on the share when all units met it, or none did', () => {
    expect(funnelLimits(2, 0.9).outer[1]).toBeLessThanOrEqual(1);
    expect(funnelLimits(2, 0.1).outer[0]).toBe(0);
    expect(funnelLimits(10, 1)).toEqual({ inner: [1, 1], outer: [1, 1] });
    expect(funnelPlace(of(10, 10), 1)).toBe('inside');
    expect(funnelPlace(of(0, 10), 0)).toBe('inside');
  });

  it('places no unit in which nothing was decided', () => {
    expect(funnelPlace(of(0, 0), 0.5)).toBeNull();
  });
});
