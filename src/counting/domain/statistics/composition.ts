import { heardOf, type Cluster } from './cluster';
import { clusterVarianceOf } from './cluster-variance';

/** How far two shares may lie apart because others were heard in one than in the other. */
export interface Composition {
  /** Of the difference, as a fraction of one squared. */
  readonly variance: number;
  /** Degrees of freedom of that variance. */
  readonly freedom: number;
}

/** The same organisations have the same part of both. */
export const ALIKE: Composition = { variance: 0, freedom: Infinity };

/** What one organisation's undisturbed decisions came to in two periods. */
export interface ClusterTwice {
  readonly now: Cluster;
  readonly before: Cluster;
}

/**
 * What organisations' differences add to the difference between a cell's share and that of another period, when none of
 * them changed: σ² Σ (part now − part before)², with each organisation's part of the decisions, and σ² the variance
 * between organisations, which is what the cluster-robust variance of both periods together has beyond chance.
 */
export function compositionOf(clusters: readonly ClusterTwice[]): Composition {
  const both = heardOf(
    clusters.map(({ now, before }) => ({
      met: now.met + before.met,
      decided: now.decided + before.decided,
      expected: now.decided + before.decided,
    })),
  );
  const known = clusterVarianceOf(both);
  const [all, earlier, later] = [
    sumOf(both),
    sumOf(clusters.map(({ before }) => before)),
    sumOf(clusters.map(({ now }) => now)),
  ];
  if (known === undefined || earlier.decided === 0 || later.decided === 0) return ALIKE;
  const share = all.met / all.decided;
  const beyondChance = Math.max(0, known.variance - (share * (1 - share)) / (all.decided - 1));
  const weights = both.reduce((sum, { decided }) => sum + (decided / all.decided) ** 2, 0);
  const apart = clusters.reduce(
    (sum, { now, before }) => sum + (now.decided / later.decided - before.decided / earlier.decided) ** 2,
    0,
  );
  return { variance: (beyondChance / weights) * apart, freedom: known.freedom };
}

const sumOf = (clusters: readonly Cluster[]): Pick<Cluster, 'met' | 'decided'> => ({
  met: clusters.reduce((sum, { met }) => sum + met, 0),
  decided: clusters.reduce((sum, { decided }) => sum + decided, 0),
});
