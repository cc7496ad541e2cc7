import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { DistributedStore } from '../distributed-store';
import { DistributedRebuild } from '../rebuild/distributed-rebuild';
import type { TellProgress } from '../rebuild/rebuild-result';
import { verifyDecisions } from './decisions-verified';
import { Differences, type TellDifference } from './differences';
import { verifyFeeds } from './feeds-verified';
import { readHead, verifyLooks } from './looks-verified';
import { verifyNumbers } from './numbers-verified';
import { verifySetAside } from './set-aside-verified';
import { sayRegistration } from './shared-records-verified';
import type { VerificationResult } from './verification-result';

/**
 * Folds Kafka's whole log again beside the states in use and compares, then decides these again and compares; leaves
 * everything as it is. What services have not come to yet counts as a difference: let them come to rest first. Intake's
 * ledger is not compared: it is of attempts, some of which never got as far as the log.
 */
export async function verifyDistributed(
  store: DistributedStore,
  onProgress: TellProgress,
): Promise<VerificationResult> {
  const differences = new Differences();
  const { tell } = differences;
  await verifyLooks(store, await readHead(store), tell);
  const compared = await new DistributedRebuild(store, onProgress).compareOnly();
  if (compared.faults > 0) tell(`${compared.faults} keys could not be read back as they were folded`, 'restore');
  for (const person of compared.otherEvents) tell(`${person} has other events or relations`, 'rebuild');
  for (const record of compared.otherRecords)
    tell(`${sayRegistration(record)} is shared by others, or stands on another event, than the log says`, 'rebuild');
  for (const person of compared.otherStates) tell(`${person} has another pathway state`, 'rebuild');
  for (const person of compared.misfiled)
    tell(`${person} has a pathway state that lists hold otherwise than it says`, 'rebuild');
  await verifyNumbers(compared.known, store, tell);
  // A rebuild makes neither anew where services keep both.
  const tellToRestore: TellDifference = (difference) => tell(difference, 'restore');
  await verifyFeeds(await feedsInLog(store), store.feedEvents, tellToRestore);
  const decided = await verifyDecisions(store, tell);
  const setAside = [...compared.setAside, ...decided.setAside];
  await verifySetAside(setAside, store.setAside, new Set(), tellToRestore);
  return {
    events: compared.events,
    persons: compared.persons,
    decisions: decided.compared,
    notHandledYet: decided.outdated,
    setAside,
    differences: differences.told(),
  };
}

async function feedsInLog({ log }: DistributedStore): Promise<ClinicalEventOf<'registry.feed-status'>[]> {
  const events: ClinicalEventOf<'registry.feed-status'>[] = [];
  await log.readTopic('feed-statuses', ({ messages }) => {
    for (const { value } of messages) events.push(value);
    return Promise.resolve();
  });
  return events;
}
