import type { DistributedStore } from '../distributed-store';
import { DistributedRebuild } from '../rebuild/distributed-rebuild';
import type { TellProgress } from '../rebuild/rebuild-result';
import { verifyDecisions } from './decisions-verified';
import type { VerificationResult } from './verification-result';

/**
 * Folds Kafka's whole log again beside the states in use and compares, then decides these again and compares; leaves
 * everything as it is. What services have not come to yet counts as a difference: let them come to rest first.
 */
export async function verifyDistributed(store: DistributedStore, tell: TellProgress): Promise<VerificationResult> {
  const { events, persons, faults, differing, setAside } = await new DistributedRebuild(store, tell).compareOnly();
  const verified = await verifyDecisions(store);
  return {
    events,
    persons,
    decisions: verified.decisions,
    notHandledYet: 0,
    setAside: [...setAside, ...verified.setAside],
    differences: [
      ...(faults === 0 ? [] : [`${faults} keys could not be read back as they were folded`]),
      ...(differing === 0 ? [] : [`${differing} persons have other events or another pathway state`]),
      ...verified.differences,
    ],
  };
}
