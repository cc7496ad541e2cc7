import { upperNormalTail } from './normal-tail';

/** Sums longer than this are not worth adding up: so many events are as good as normally distributed. */
const MOST_TERMS = 2_000;

/**
 * The probability that no more than `received` events come where `expected` are, of a source that is well.
 *
 * Counts are negative binomial with variance `dispersion` × mean; that `expected` is itself learned from `evidence`
 * events adds expected² × dispersion / evidence. With dispersion 1 and endless evidence it is Poisson’s. With
 * thousands of events it is the normal distribution’s of the same mean and variance.
 */
export function lowerTail(received: number, expected: number, dispersion: number, evidence: number): number {
  if (expected <= 0) return 1;
  const excess = Math.max(dispersion, 1) - 1 + (Math.max(dispersion, 1) * expected) / Math.max(evidence, 1e-9);
  if (received > MOST_TERMS) {
    return upperNormalTail((expected - received - 0.5) / Math.sqrt(expected * (1 + Math.max(excess, 0))));
  }
  const size = expected / Math.max(excess, 1e-9);
  const ratio = expected / (size + expected);
  let term = Math.exp(-size * Math.log1p(expected / size));
  let sum = term;
  for (let count = 0; count < received; count += 1) {
    term *= ((count + size) / (count + 1)) * ratio;
    sum += term;
  }
  return Math.min(1, sum);
}
