import { readLines } from '../../platform/ndjson/read-lines';
import type { Progress } from '../../platform/terminal/progress';
import type { ReceiptTally } from './receipt-tally';
import type { DistributedStore } from '../distributed-store';
import { foldingGroupOf, Generations } from '../../platform/mongo/generations';
import { receiveLines } from './receive-lines';
import { backlogOf, sayWaiting, untilHandled, type Backlog, type ServiceGroup } from './service-backlog';

/** A service may be this long at one batch. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** Who has to handle an event before it is decided. */
const groupsOf = (generation: string | undefined): readonly ServiceGroup[] => [
  { service: 'feeds', group: 'feeds', topic: 'feed-statuses' },
  { service: 'pathways', group: foldingGroupOf(generation), topic: 'clinical-events' },
  { service: 'indicators', group: 'indicators', topic: 'pathway-changes' },
];

/**
 * Takes files in on Kafka and MongoDB and waits until the services have decided what is in them; resolves with what
 * waits for services that do not run or do not go on, a sentence each. Safe to repeat.
 */
export async function importDistributed(
  store: DistributedStore,
  files: readonly string[],
  tally: ReceiptTally,
  progress: Progress,
): Promise<readonly string[]> {
  for await (const batch of readLines(files, store.settings.lineLimits)) {
    await receiveLines(store.intake, batch, tally, progress);
  }
  return untilDecided(store, progress);
}

async function untilDecided(
  { connection, database, settings }: DistributedStore,
  progress: Progress,
): Promise<readonly string[]> {
  const generations = new Generations(database, { maxCachedEvents: 0 });
  const look = async (): Promise<readonly Backlog[]> =>
    backlogOf(connection, settings.kafka.prefix, groupsOf(await generations.inUse()));
  const behind = await untilHandled(look, {
    patienceMs: PATIENCE_MS,
    everyMs: LOOK_EVERY_MS,
    onProgress: (left, most) => progress.show('handled by the services', most - left, most - left, most),
  });
  return sayWaiting(behind);
}
