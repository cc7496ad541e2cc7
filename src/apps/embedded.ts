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
import { fingerprintKeyOf, sealsOf } from '../access/domain/seals';
import { LogReadPosition } from '../platform/sqlite/log-read-position';
import { SUBSCRIPTIONS } from './consumers';
import { composeRooms } from './rooms';

/** Everything in one process on the embedded store. */
export type Embedded = ReturnType<typeof composeEmbedded>;

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
    logger,
    database,
    position: new LogReadPosition(log),
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
  const rooms = composeRooms(settings, clock, ports, {
    byBook: true,
    approved: approved === undefined ? undefined : (JSON.parse(approved) as DefinitionSet),
  });
  for (const subscription of Object.values(SUBSCRIPTIONS)) subscription.subscribe(log, rooms);
  return rooms;
}
