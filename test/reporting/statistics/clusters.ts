import type { Cluster } from '../../../src/counting/domain/statistics/cluster';

/** Organisations by met, decided and, where others than these, expected. */
export const clustersOf = (
  ...counts: readonly (readonly [met: number, decided: number, expected?: number])[]
): Cluster[] => counts.map(([met, decided, expected = decided]) => ({ met, decided, expected }));
