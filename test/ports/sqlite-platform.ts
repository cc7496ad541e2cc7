import { join } from 'node:path';
import { Seal } from '../../src/access/domain/seal';
import { PersonNumbers } from '../../src/platform/sqlite/person-numbers';
import { SqliteAlarmStore } from '../../src/platform/sqlite/sqlite-alarm-store';
import { SqliteDataKeys } from '../../src/platform/sqlite/sqlite-data-keys';
import { SqliteDatabase } from '../../src/platform/sqlite/sqlite-database';
import { SqliteDecisionStore } from '../../src/platform/sqlite/sqlite-decision-store';
import { SqliteDeliveryStore } from '../../src/platform/sqlite/sqlite-delivery-store';
import { SqliteEventLog } from '../../src/platform/sqlite/sqlite-event-log';
import { SqliteFeedEventStore } from '../../src/platform/sqlite/sqlite-feed-event-store';
import { SqliteIntakeLedger } from '../../src/platform/sqlite/sqlite-intake-ledger';
import { SqliteLookLog } from '../../src/platform/sqlite/sqlite-look-log';
import { SqlitePathwayStateStore } from '../../src/platform/sqlite/sqlite-pathway-state-store';
import { SqlitePersonEventStore } from '../../src/platform/sqlite/sqlite-person-event-store';
import { SqliteRejectedEvents } from '../../src/platform/sqlite/sqlite-rejected-events';
import { SqliteRelationBook } from '../../src/platform/sqlite/sqlite-relation-book';
import { SqliteSetAside } from '../../src/platform/sqlite/sqlite-set-aside';
import { SqliteSubscriptionBook } from '../../src/platform/sqlite/sqlite-subscription-book';
import { SqliteVault } from '../../src/platform/sqlite/sqlite-vault';
import { SqliteWebhookBook } from '../../src/platform/sqlite/sqlite-webhook-book';
import { SilentLogger } from '../../src/platform/silent-logger';
import { takingAnything } from '../support/any-log';
import { temporaryFolder } from '../support/temporary-folder';

export const KEY_NOTE_OF_TESTS = 'secret hmac-sha256:of-tests';
const SECRET = Buffer.from('a secret for tests only');

/** Every SQLite adapter over one store; `reopen` closes it and opens the same files again. */
export function openSqlite(folder = temporaryFolder()) {
  const database = new SqliteDatabase({ folder, maxBytes: 0, keyNote: KEY_NOTE_OF_TESTS });
  const persons = new PersonNumbers(database);
  const dataKeys = new SqliteDataKeys(database, new Seal(SECRET, 'vault'), (key) => new Seal(key));
  const log = new SqliteEventLog(database, new SilentLogger());
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await log.stop();
    await database.close();
  };
  opened.push(close);
  return {
    file: join(folder, 'rehabspor.db'),
    database,
    unit: database,
    persons,
    /** Takes anything; `ownLog` what its topics hold. */
    log: takingAnything(log),
    ownLog: log,
    start: () => log.start(),
    ledger: new SqliteIntakeLedger(database, persons),
    vault: new SqliteVault(database, dataKeys),
    rejected: new SqliteRejectedEvents(database, new Seal(SECRET, 'rejected events'), SECRET, dataKeys),
    events: new SqlitePersonEventStore(database, persons),
    states: new SqlitePathwayStateStore(database, persons),
    decisions: new SqliteDecisionStore(database, persons),
    setAside: new SqliteSetAside(database),
    feedEvents: new SqliteFeedEventStore(database),
    relationBook: new SqliteRelationBook(database),
    subscriptionBook: new SqliteSubscriptionBook(database),
    webhookBook: new SqliteWebhookBook(database),
    deliveries: new SqliteDeliveryStore(database),
    alarms: new SqliteAlarmStore(database),
    looks: new SqliteLookLog(database),
    close,
    reopen: async () => {
      await close();
      return openSqlite(folder);
    },
  };
}

const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});
