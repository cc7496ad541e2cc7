import { atLeast, atMost, binomialDistribution } from '../../../src/counting/domain/statistics/binomial';
import type { Coverage } from './coverage';

/** In 90 to 98 % of runs the truth lies inside an interval. */
export const PROMISED = { least: 0.9, most: 0.98 } as const;
/** A count less likely than this under every coverage that is promised is no accident of the seed. */
const NO_ACCIDENT = 0.001;

/** Whether runs that came out so could have come of intervals that keep the promise. */
export function keepsPromise({ cells, inside }: Coverage): boolean {
  return (
    atMost(binomialDistribution(cells, PROMISED.least), inside) >= NO_ACCIDENT &&
    atLeast(binomialDistribution(cells, PROMISED.most), inside) >= NO_ACCIDENT
  );
}

export const sumOf = (coverages: readonly Coverage[]): Coverage => ({
  cells: coverages.reduce((sum, { cells }) => sum + cells, 0),
  inside: coverages.reduce((sum, { inside }) => sum + inside, 0),
});

/** As a fraction of one. */
export const partInside = ({ cells, inside }: Coverage): number => inside / cells;
