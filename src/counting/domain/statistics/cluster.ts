/** What one organisation's pathways came to in a cell. */
export interface Cluster {
  /** Met, of those no source's trouble touched. */
  readonly met: number;
  /** Met and not met, of those no source's trouble touched. */
  readonly decided: number;
  /** About how many would be decided had nobody been in trouble; not a whole number. */
  readonly expected: number;
}

/** The organisations that were heard of. */
export const heardOf = (clusters: readonly Cluster[]): readonly Cluster[] =>
  clusters.filter(({ decided }) => decided > 0);

/** Fewer undisturbed organisations than this cannot tell how much organisations differ. */
const LEAST_CLUSTERS = 5;

/** Whether some organisations are not heard of at all, and too few are to speak for them. */
export function areTooFew(clusters: readonly Cluster[]): boolean {
  const heard = heardOf(clusters).length;
  return heard < LEAST_CLUSTERS && clusters.some(({ decided, expected }) => decided === 0 && expected > 0);
}
