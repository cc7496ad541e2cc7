import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { Exit } from '../../disclosure/domain/exit';

/**
 * How a number of days is distributed; null where there is nothing, or where so few are not told of. Quantiles between
 * two values are interpolated.
 */
export interface Distribution {
  readonly n: ShownCount;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly p90: number | null;
}

/** The distribution of whole numbers as an exit lets it out; `n` is how many there are, as it is shown. */
export function shownDistribution(values: readonly number[], n: ShownCount, exit: Exit): Distribution {
  return { n, ...quantilesOf(exit.tellsQuartilesOf(values.length, n) ? values : []) };
}

/** Quantiles of whole numbers from 0 on as R gives them by default (type 7), to one decimal. */
export function quantilesOf(values: readonly number[]): Omit<Distribution, 'n'> {
  const sorted = Int32Array.from(values).sort();
  return {
    lowerQuartile: quantile(sorted, 25),
    median: quantile(sorted, 50),
    upperQuartile: quantile(sorted, 75),
    p90: quantile(sorted, 90),
  };
}

/** In whole numbers, so that the same days give the same digits everywhere. */
function quantile(sorted: Int32Array, percent: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * percent;
  const at = Math.floor(place / 100);
  const beyond = place % 100;
  const lower = sorted[at] as number;
  const upper = sorted[at + 1] ?? lower;
  const hundredths = lower * (100 - beyond) + upper * beyond;
  return Math.floor((hundredths + 5) / 10) / 10;
}
