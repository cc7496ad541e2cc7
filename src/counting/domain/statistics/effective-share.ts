import { jStat } from 'jstat';
import { heardOf, type Cluster } from './cluster';
import { clusterVarianceOf } from './cluster-variance';

/** Intervals are at 95 %. */
const UPPER_TAIL = 0.975;

/**
 * What part of the undisturbed decisions counts when they speak for everybody: 1 where organisations do not differ or
 * none is missing, less the more they differ and the more the heard are others than all. An interval is then made from
 * so many decisions: Korn and Graubard, Survey Methodology 24 (1998), 193–201 (R: `survey::svyciprop`, "beta").
 *
 * Only the difference between the heard and all counts, not that organisations differ: where all are heard, nothing is
 * generalised, and cluster-robust intervals are far too wide (Abadie, Athey, Imbens and Wooldridge, Q J Econ 138 (2023),
 * 1–35). So of what the cluster-robust variance has beyond chance, the part φ = Σ (heard − all)² / Σ heard² stays, with
 * each organisation's part of the heard and of all decisions; for organisations of one size that is the part of them
 * that is missing.
 *
 * @param kinds the cell's organisations by the kinds that should have reported (hospitals, municipalities); the kind that
 *   leaves least decides, since each already holds most of what the other tells apart.
 */
export function effectiveShareOf(kinds: readonly (readonly Cluster[])[]): number {
  return Math.min(1, ...kinds.map(effectiveShareOfKind));
}

function effectiveShareOfKind(clusters: readonly Cluster[]): number {
  const known = clusterVarianceOf(clusters);
  const missing = missingPartOf(clusters);
  if (known === undefined || missing === 0) return 1;
  const heard = heardOf(clusters);
  const decided = heard.reduce((sum, cluster) => sum + cluster.decided, 0);
  const share = heard.reduce((sum, { met }) => sum + met, 0) / decided;
  const chance = (share * (1 - share)) / (decided - 1);
  if (chance === 0) return 1; // Where all are alike, none or all met, nothing tells organisations apart.
  const ratio = known.variance / chance;
  const designEffect = 1 + missing * Math.max(0, ratio - 1);
  const uncertain = missing * Math.max(1, ratio);
  const freedom = Math.min(decided - 1, (designEffect / uncertain) ** 2 * known.freedom);
  return (quantileOfT(decided - 1) / quantileOfT(freedom)) ** 2 / designEffect;
}

/** How much those heard of differ from all, as a part of what they would if all the others were missing. */
function missingPartOf(clusters: readonly Cluster[]): number {
  const decided = clusters.reduce((sum, cluster) => sum + cluster.decided, 0);
  const expected = clusters.reduce((sum, cluster) => sum + cluster.expected, 0);
  let [apart, heard] = [0, 0];
  for (const cluster of clusters) {
    apart += (cluster.decided / decided - cluster.expected / expected) ** 2;
    heard += (cluster.decided / decided) ** 2;
  }
  return apart / heard;
}

const quantileOfT = (freedom: number): number => jStat.studentt.inv(UPPER_TAIL, freedom);
