import type { Settings } from '../platform/config/settings';
import { PersonNumbers } from '../platform/sqlite/person-numbers';
import { SqliteAlarmStore } from '../platform/sqlite/sqlite-alarm-store';
import { SqliteDatabase } from '../platform/sqlite/sqlite-database';
import { danishDay } from '../kernel/day';
import type { DefinitionSet } from '../kernel/definition';
import { SqliteDecisionStore } from '../platform/sqlite/sqlite-decision-store';
import { SqliteDefinitionBook } from '../platform/sqlite/sqlite-definition-book';
import { SqliteDeliveryStore } from '../platform/sqlite/sqlite-delivery-store';
import { SqliteEventLog } from '../platform/sqlite/sqlite-event-log';
import { SqliteFeedEventStore } from '../platform/sqlite/sqlite-feed-event-store';
import { SqliteIntakeLedger } from '../platform/sqlite/sqlite-intake-ledger';
import { SqlitePathwayStateStore } from '../platform/sqlite/sqlite-pathway-state-store';
import { SqlitePersonEventStore } from '../platform/sqlite/sqlite-person-event-store';
import { SqliteRejectedEvents } from '../platform/sqlite/sqlite-rejected-events';
import { SqliteReportBook } from '../platform/sqlite/sqlite-report-book';
import { SqliteSubscriptionBook } from '../platform/sqlite/sqlite-subscription-book';
import { SqliteVault } from '../platform/sqlite/sqlite-vault';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { bringInDeliveries } from '../platform/sqlite/earlier-deliveries';
import { composeRooms, fingerprintKeyOf, sealsOf } from './rooms';

/** Everything in one process on the embedded store. */
export type Embedded = ReturnType<typeof composeEmbedded>;

const MESSAGES_AT_A_TIME = 100_000;
const CHANGES_AT_A_TIME = 5_000;

interface EmbeddedOptions {
  readonly readOnly?: boolean;
  /**
   * `approved`: by the definition set approved last; whoever says so brings the store up to it. `adopted`: by the one the
   * store was last brought up to, as whoever only reads does.
   */
  readonly decidesBy?: 'approved' | 'adopted';
}

/** Puts the rooms together over one SQLite store; nothing is delivered before the log is started. */
export function composeEmbedded(settings: Settings, clock: Clock, logger: Logger, options: EmbeddedOptions = {}) {
  const database = new SqliteDatabase({
    folder: settings.dataFolder,
    maxBytes: settings.storeMaxBytes,
    readOnly: options.readOnly ?? false,
  });
  const { readOnly = false, decidesBy = readOnly ? 'adopted' : 'approved' } = options;
  const persons = new PersonNumbers(database);
  const seals = sealsOf(settings);
  const log = new SqliteEventLog(database, logger);
  const definitionBook = new SqliteDefinitionBook(database);
  const ports = {
    unit: database,
    log,
    vault: new SqliteVault(database, seals.vault),
    ledger: new SqliteIntakeLedger(database, persons),
    rejected: new SqliteRejectedEvents(database, seals.rejected, fingerprintKeyOf(settings)),
    events: new SqlitePersonEventStore(database, persons),
    states: new SqlitePathwayStateStore(database, persons),
    decisions: new SqliteDecisionStore(database, persons),
    feedEvents: new SqliteFeedEventStore(database),
    deliveries: new SqliteDeliveryStore(database),
    alarms: new SqliteAlarmStore(database),
    reportBook: new SqliteReportBook(database),
    subscriptionBook: new SqliteSubscriptionBook(database),
    definitionBook,
  };
  const approved =
    decidesBy === 'adopted' ? definitionBook.adopted() : definitionBook.approvedLast(danishDay(clock.now()));
  const rooms = composeRooms(
    settings,
    clock,
    ports,
    approved === undefined ? undefined : (JSON.parse(approved) as DefinitionSet),
  );
  const { feeds, pathways, indicators } = rooms;
  log.subscribe({
    group: 'feeds',
    topic: 'feed-statuses',
    maxBatch: MESSAGES_AT_A_TIME,
    handle: (batch) => feeds.handle(batch),
  });
  log.subscribe({
    group: 'pathways',
    topic: 'clinical-events',
    maxBatch: MESSAGES_AT_A_TIME,
    handle: (batch) => pathways.handle(batch),
  });
  log.subscribe({
    group: 'indicators',
    topic: 'pathway-changes',
    maxBatch: CHANGES_AT_A_TIME,
    handle: (batch) => indicators.handlePathways(batch),
  });
  return { ...rooms, definitionBook, database };
}

/** Brings the store up to the definitions and the day: folds and decides again what was made under others. */
export async function bringUpToDate({
  pathways,
  indicators,
  log,
  definitionBook,
  definitions,
  deliveries,
  database,
}: Embedded): Promise<void> {
  await definitionBook.adopt(definitions.id);
  if ((await pathways.foldOutdated()) > 0) {
    log.start(['pathway-changes']);
    await log.settled();
  }
  await bringInDeliveries(deliveries, log, database);
  await indicators.catchUp();
}
