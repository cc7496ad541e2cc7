import type { Settings } from '../../platform/config/settings';
import { StderrLogger } from '../../platform/stderr-logger';
import { SystemClock } from '../../platform/system-clock';
import { openDistributed } from '../../apps/open-distributed';
import { DistributedRebuild } from '../rebuild/distributed-rebuild';
import type { TellProgress } from '../rebuild/rebuild-result';
import { verifyDecisions } from './decisions-verified';
import type { VerificationResult } from './verification';

/**
 * Folds Kafka's whole log again beside the states in use and compares, then decides these again and compares; leaves
 * everything as it is. What services have not come to yet counts as a difference: let them come to rest first.
 */
export async function verifyDistributed(settings: Settings, tell: TellProgress): Promise<VerificationResult> {
  const logger = new StderrLogger();
  const distributed = await openDistributed(settings, new SystemClock(), logger);
  try {
    const { events, persons, faults, differing } = await new DistributedRebuild(
      distributed,
      logger,
      tell,
    ).compareOnly();
    const verified = await verifyDecisions(distributed);
    return {
      events,
      persons,
      decisions: verified.decisions,
      notHandledYet: 0,
      differences: [
        ...(faults === 0 ? [] : [`${faults} keys could not be read back as they were folded`]),
        ...(differing === 0 ? [] : [`${differing} persons have other events or another pathway state`]),
        ...verified.differences,
      ],
    };
  } finally {
    await distributed.close();
  }
}
