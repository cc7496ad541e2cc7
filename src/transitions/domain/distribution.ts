/** How a number of days is distributed; null where there is nothing. Quantiles between two values are interpolated. */
export interface Distribution {
  readonly n: number;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly p90: number | null;
}

/** The distribution of whole numbers from 0 on; quantiles as R gives them by default (type 7), to one decimal. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    lowerQuartile: quantile(sorted, 25),
    median: quantile(sorted, 50),
    upperQuartile: quantile(sorted, 75),
    p90: quantile(sorted, 90),
  };
}

/** In whole numbers, so that the same days give the same digits everywhere. */
function quantile(sorted: readonly number[], percent: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * percent;
  const at = Math.floor(place / 100);
  const beyond = place % 100;
  const lower = sorted[at] as number;
  const upper = sorted[at + 1] ?? lower;
  const hundredths = lower * (100 - beyond) + upper * beyond;
  return Math.floor((hundredths + 5) / 10) / 10;
}
