import type { Settings } from '../platform/config/settings';
import { PersonNumbers } from '../platform/sqlite/person-numbers';
import { SqliteDatabase } from '../platform/sqlite/sqlite-database';
import { SqliteDecisionStore } from '../platform/sqlite/sqlite-decision-store';
import { SqliteEventLog } from '../platform/sqlite/sqlite-event-log';
import { SqliteFeedEventStore } from '../platform/sqlite/sqlite-feed-event-store';
import { SqliteIntakeLedger } from '../platform/sqlite/sqlite-intake-ledger';
import { SqlitePathwayStateStore } from '../platform/sqlite/sqlite-pathway-state-store';
import { SqlitePersonEventStore } from '../platform/sqlite/sqlite-person-event-store';
import { SqliteRejectedEvents } from '../platform/sqlite/sqlite-rejected-events';
import { SqliteVault } from '../platform/sqlite/sqlite-vault';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { composeRooms, fingerprintKeyOf, sealsOf } from './rooms';

/** Everything in one process on the embedded store. */
export type Embedded = ReturnType<typeof composeEmbedded>;

const MESSAGES_AT_A_TIME = 100_000;
const CHANGES_AT_A_TIME = 5_000;

/** Puts the rooms together over one SQLite store; nothing is delivered before the log is started. */
export function composeEmbedded(
  settings: Settings,
  clock: Clock,
  logger: Logger,
  options: { readOnly?: boolean } = {},
) {
  const database = new SqliteDatabase({
    folder: settings.dataFolder,
    maxBytes: settings.storeMaxBytes,
    readOnly: options.readOnly ?? false,
  });
  const persons = new PersonNumbers(database);
  const seals = sealsOf(settings);
  const log = new SqliteEventLog(database, logger);
  const rooms = composeRooms(settings, clock, {
    unit: database,
    log,
    vault: new SqliteVault(database, seals.vault),
    ledger: new SqliteIntakeLedger(database, persons),
    rejected: new SqliteRejectedEvents(database, seals.rejected, fingerprintKeyOf(settings)),
    events: new SqlitePersonEventStore(database, persons),
    states: new SqlitePathwayStateStore(database, persons),
    decisions: new SqliteDecisionStore(database, persons),
    feedEvents: new SqliteFeedEventStore(database),
  });
  const { feeds, pathways, indicators } = rooms;
  log.subscribe({
    group: 'feeds',
    topic: 'feed-statuses',
    maxBatch: MESSAGES_AT_A_TIME,
    handle: (batch) => feeds.handle(batch as never),
  });
  log.subscribe({
    group: 'pathways',
    topic: 'clinical-events',
    maxBatch: MESSAGES_AT_A_TIME,
    handle: (batch) => pathways.handle(batch as never),
  });
  log.subscribe({
    group: 'indicators',
    topic: 'pathway-changes',
    maxBatch: CHANGES_AT_A_TIME,
    handle: (batch) => indicators.handlePathways(batch as never),
  });
  return { ...rooms, database };
}

/** Brings the store up to the definitions and the day: folds and decides again what was made under others. */
export async function bringUpToDate({ pathways, indicators, log }: Embedded): Promise<void> {
  if ((await pathways.foldOutdated()) > 0) {
    log.start(['pathway-changes']);
    await log.settled();
  }
  await indicators.catchUp();
}
