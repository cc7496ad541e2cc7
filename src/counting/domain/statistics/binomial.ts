/** The probabilities of counts `first`, `first + 1`, …; counts outside have a probability below 10⁻²⁰ of the likeliest. */
export interface Distribution {
  readonly first: number;
  readonly probabilities: readonly number[];
}

const NEGLIGIBLE = 1e-20;

/**
 * The binomial distribution of `n` trials at probability `p`, 0 < p < 1. Each probability comes from its neighbour by
 * their ratio and the whole is scaled to one, so that no logarithm of a factorial limits the precision.
 */
export function binomialDistribution(n: number, p: number): Distribution {
  const odds = p / (1 - p);
  return fromRatios({
    mode: Math.min(n, Math.floor((n + 1) * p)),
    least: 0,
    most: n,
    ratioToNext: (count) => ((n - count) / (count + 1)) * odds,
  });
}

/** A distribution over `least … most` with one mode, from the ratio of each probability to the one before. */
export function fromRatios(shape: {
  readonly mode: number;
  readonly least: number;
  readonly most: number;
  /** P(count + 1) / P(count). */
  readonly ratioToNext: (count: number) => number;
}): Distribution {
  const { mode, least, most, ratioToNext } = shape;
  const below: number[] = [];
  for (let count = mode, weight = 1; count > least;) {
    count -= 1;
    weight /= ratioToNext(count);
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const weights = [...below.reverse(), 1];
  for (let count = mode, weight = 1; count < most; count += 1) {
    weight *= ratioToNext(count);
    if (weight < NEGLIGIBLE) break;
    weights.push(weight);
  }
  const total = sumOf(weights);
  return { first: mode - below.length, probabilities: weights.map((weight) => weight / total) };
}

/** P(count ≤ `count`). */
export function atMost({ first, probabilities }: Distribution, count: number): number {
  return count < first ? 0 : Math.min(1, sumOf(probabilities.slice(0, count - first + 1)));
}

/** P(count ≥ `count`). */
export function atLeast({ first, probabilities }: Distribution, count: number): number {
  return count <= first ? 1 : sumOf(probabilities.slice(count - first));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
