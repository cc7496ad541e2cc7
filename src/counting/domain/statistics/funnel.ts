import { atLeast, atMost, binomialDistribution, type Distribution } from './binomial';
import type { Proportion } from './proportion';

/** The funnel's two pairs of lines, by the share of units inside when all units are alike. */
const FUNNEL_SHARES = { inner: 0.95, outer: 0.998 } as const;

/** Where a unit lies: inside, beyond the 95 % line (alert) or beyond the 99.8 % line (alarm). */
export const FUNNEL_PLACES = ['below-outer', 'below-inner', 'inside', 'above-inner', 'above-outer'] as const;
export type FunnelPlace = (typeof FUNNEL_PLACES)[number];

/** Limits as fractions of one at one denominator. */
export interface FunnelLimits {
  readonly inner: readonly [lower: number, upper: number];
  readonly outer: readonly [lower: number, upper: number];
}

/** The proportion of all units together, around which the funnel lies; null when nothing was decided. */
export function overallOf(units: readonly Proportion[]): number | null {
  const denominator = units.reduce((sum, unit) => sum + unit.denominator, 0);
  return denominator === 0 ? null : units.reduce((sum, unit) => sum + unit.numerator, 0) / denominator;
}

/**
 * Exact binomial limits around `overall` for `denominator` decisions. The lower one lies between two counts as in
 * Spiegelhalter, Stat Med 24 (2005), 1185–1202, appendix A.1.1: with r the smallest count for which P(R ≤ r) reaches
 * the tail, at (r − α)/n with α = (P(R ≤ r) − tail) / P(R = r). The upper one is the lower one of what was not met;
 * Spiegelhalter's would flag some units whose own tail is above 2.5 % (Manktelow and Seaton, PLoS ONE 7 (2012), e45723).
 */
export function funnelLimits(denominator: number, overall: number): FunnelLimits {
  if (overall <= 0 || overall >= 1) {
    const all = [overall, overall] as const;
    return { inner: all, outer: all };
  }
  const met = binomialDistribution(denominator, overall);
  const failed = mirrored(met, denominator);
  const between = (share: number): [number, number] => {
    const tail = (1 - share) / 2;
    return [lowerCount(met, tail) / denominator, 1 - lowerCount(failed, tail) / denominator];
  };
  return { inner: between(FUNNEL_SHARES.inner), outer: between(FUNNEL_SHARES.outer) };
}

/** Where a unit lies: beyond a line exactly when so few, or so many, or fewer, or more, are less likely than the tail. */
export function funnelPlace({ numerator, denominator }: Proportion, overall: number): FunnelPlace | null {
  if (denominator === 0) return null;
  if (overall <= 0 || overall >= 1) return 'inside';
  const met = binomialDistribution(denominator, overall);
  const [few, many] = [atMost(met, numerator), atLeast(met, numerator)];
  const beyond = (share: number, tail: number): boolean => tail < (1 - share) / 2;
  if (beyond(FUNNEL_SHARES.outer, few)) return 'below-outer';
  if (beyond(FUNNEL_SHARES.outer, many)) return 'above-outer';
  if (beyond(FUNNEL_SHARES.inner, few)) return 'below-inner';
  return beyond(FUNNEL_SHARES.inner, many) ? 'above-inner' : 'inside';
}

function mirrored({ first, probabilities }: Distribution, n: number): Distribution {
  return { first: n - (first + probabilities.length - 1), probabilities: [...probabilities].reverse() };
}

/** The interpolated count below which the tail lies; never below 0. */
function lowerCount({ first, probabilities }: Distribution, tail: number): number {
  let sum = 0;
  for (const [at, probability] of probabilities.entries()) {
    sum += probability;
    if (sum >= tail) return Math.max(0, first + at - (sum - tail) / probability);
  }
  return first + probabilities.length - 1;
}
