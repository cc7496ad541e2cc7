import { heardOf, type Cluster } from './cluster';

/** How far a share may lie from the truth when organisations are drawn by chance. */
export interface ClusterVariance {
  /** Of the share as a fraction of one. */
  readonly variance: number;
  /** Degrees of freedom of that variance. */
  readonly freedom: number;
}

/**
 * The cluster-robust variance of the share of all met of all decided, and its degrees of freedom; undefined where fewer
 * than two organisations were heard of.
 *
 * The variance is CR2, the degrees of freedom Satterthwaite's: Bell and McCaffrey, Survey Methodology 28 (2002),
 * 169–181; Pustejovsky and Tipton, J Bus Econ Stat 36 (2018), 672–683. For a share their matrices come down to sums:
 * with w the organisation's part of all decided and e = met − share · decided, the variance is Σ e²/(1 − w) / n², and the
 * degrees of freedom are 1 / (Σ w² + (Σ q)² − Σ q²) with q = w²/(1 − w).
 */
export function clusterVarianceOf(clusters: readonly Cluster[]): ClusterVariance | undefined {
  const heard = heardOf(clusters);
  if (heard.length < 2) return undefined;
  const decided = heard.reduce((sum, cluster) => sum + cluster.decided, 0);
  const share = heard.reduce((sum, { met }) => sum + met, 0) / decided;
  let [residuals, weights, leverages, leveragesSquared] = [0, 0, 0, 0];
  for (const cluster of heard) {
    const weight = cluster.decided / decided;
    const leverage = weight ** 2 / (1 - weight);
    residuals += (cluster.met - share * cluster.decided) ** 2 / (1 - weight);
    weights += weight ** 2;
    leverages += leverage;
    leveragesSquared += leverage ** 2;
  }
  return { variance: residuals / decided ** 2, freedom: 1 / (weights + leverages ** 2 - leveragesSquared) };
}
