import type { BoundCounts } from './bounds';
import type { SingleCounts } from './figure-counts';
import type { Proportion } from './statistics/proportion';

/**
 * What an estimate is made from: `all` decisions where nothing in the cell is uncertain, else those `undisturbed` by any
 * source's trouble; the `lower-bound` or `upper-bound` itself where the undisturbed lie beyond it; `nobody` where
 * something is uncertain and nobody is undisturbed: then there is none.
 */
export const ESTIMATE_BASES = ['all', 'undisturbed', 'lower-bound', 'upper-bound', 'nobody'] as const;
export type EstimateBasis = (typeof ESTIMATE_BASES)[number];

/**
 * The estimate of a rate (interface.md §3, Rates), never outside the sharp bounds.
 *
 * It can be that the undisturbed share lies beyond a bound, since what is certain although a source was in trouble is
 * in the bounds and not in the share: then no reports of the silent sources could have made the rate what the
 * undisturbed say, the nearest it can be is the bound, and the estimate is the bound with its counts.
 */
export function estimateOf(
  {
    met,
    notMet,
    undisturbedMet,
    undisturbedNotMet,
  }: Pick<SingleCounts, 'met' | 'notMet' | 'undisturbedMet' | 'undisturbedNotMet'>,
  { leastMet, mostMet, leastNotMet, mostNotMet }: BoundCounts,
): Estimate {
  const isUncertain = leastMet !== mostMet || leastNotMet !== mostNotMet;
  const share = isUncertain ? shareOf(undisturbedMet, undisturbedNotMet) : shareOf(met, notMet);
  if (share.denominator === 0) return on(isUncertain ? 'nobody' : 'all', share);
  const [lower, upper] = [shareOf(leastMet, mostNotMet), shareOf(mostMet, leastNotMet)];
  if (isLess(share, lower)) return on('lower-bound', lower);
  if (isLess(upper, share)) return on('upper-bound', upper);
  return on(isUncertain ? 'undisturbed' : 'all', share);
}

type Estimate = Proportion & { readonly basis: EstimateBasis };

const on = (basis: EstimateBasis, { numerator, denominator }: Proportion): Estimate => ({
  numerator,
  denominator,
  basis,
});

const shareOf = (met: number, notMet: number): Proportion => ({ numerator: met, denominator: met + notMet });

/** Exactly; a share of nobody is neither less nor more. */
const isLess = (a: Proportion, b: Proportion): boolean =>
  a.denominator > 0 && b.denominator > 0 && a.numerator * b.denominator < b.numerator * a.denominator;
