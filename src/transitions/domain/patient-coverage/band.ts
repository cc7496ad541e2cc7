/** The bands of coverage as registries tell it (domain.md §8); `unknown`: nobody to cover, or a source that is silent. */
export type CoverageBand = '80-100' | '60-79' | '40-59' | '10-39' | '0-9' | 'unknown';

const LOWER_ENDS: readonly (readonly [percent: number, band: CoverageBand])[] = [
  [80, '80-100'],
  [60, '60-79'],
  [40, '40-59'],
  [10, '10-39'],
  [0, '0-9'],
];

/** The band of a share; between two bands the lower one, 79.9 % is not 80. */
export function bandOf(reported: number, population: number): CoverageBand {
  if (population === 0) return 'unknown';
  return LOWER_ENDS.find(([percent]) => reported * 100 >= percent * population)?.[1] ?? 'unknown';
}
