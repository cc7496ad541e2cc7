import { openToOthers } from '../private-files';
import type { Logger } from '../../ports/logger';
import type { PersonalSealing, Sealing } from '../../ports/sealing';
import { LogReadPosition } from './log-read-position';
import { PersonNumbers } from './person-numbers';
import { SqliteAlarmStore } from './sqlite-alarm-store';
import { SqliteDataKeys } from './sqlite-data-keys';
import { SqliteDatabase, type SqliteOptions } from './sqlite-database';
import { SqliteDecisionStore } from './sqlite-decision-store';
import { SqliteDefinitionBook } from './sqlite-definition-book';
import { SqliteDeliveryStore } from './sqlite-delivery-store';
import { SqliteEventLog } from './sqlite-event-log';
import { SqliteFeedEventStore } from './sqlite-feed-event-store';
import { SqliteIntakeLedger } from './sqlite-intake-ledger';
import { SqliteLookLog } from './sqlite-look-log';
import { SqlitePathwayStateStore } from './sqlite-pathway-state-store';
import { SqlitePersonEventStore } from './sqlite-person-event-store';
import { SqliteRejectedEvents } from './sqlite-rejected-events';
import { SqliteRelationBook } from './sqlite-relation-book';
import { SqliteReportBook } from './sqlite-report-book';
import { SqliteSetAside } from './sqlite-set-aside';
import { SqliteSubscriptionBook } from './sqlite-subscription-book';
import { SqliteVault } from './sqlite-vault';
import { SqliteWebhookBook } from './sqlite-webhook-book';

/** What rests encrypted is sealed by. */
export interface StoreSecrets {
  readonly vault: Sealing;
  /** Under a person's own key, which rests under the vault's. */
  readonly personal: PersonalSealing;
  readonly rejected: Sealing;
  /** Under which payloads are recognised that were refused before. */
  readonly fingerprintKey: Buffer;
  /** By which the store knows its key again. */
  readonly keyNote: string;
}

/** Every port of the rooms over one SQLite store. */
export function sqlitePorts(options: Omit<SqliteOptions, 'keyNote'>, secrets: StoreSecrets, logger: Logger) {
  const database = new SqliteDatabase({ ...options, keyNote: secrets.keyNote });
  const wide = options.readOnly === true ? [] : openToOthers([options.folder, database.file]);
  if (wide.length > 0)
    logger.warn({}, `Others than its owner may get at ${wide.join(' and ')}: take their rights away`);
  const persons = new PersonNumbers(database);
  const dataKeys = new SqliteDataKeys(database, secrets.vault, secrets.personal);
  const log = new SqliteEventLog(database, logger);
  return {
    unit: database,
    log,
    logger,
    database,
    position: new LogReadPosition(log),
    vault: new SqliteVault(database, dataKeys),
    ledger: new SqliteIntakeLedger(database, persons),
    rejected: new SqliteRejectedEvents(database, secrets.rejected, secrets.fingerprintKey, dataKeys),
    events: new SqlitePersonEventStore(database, persons),
    states: new SqlitePathwayStateStore(database, persons),
    decisions: new SqliteDecisionStore(database, persons),
    setAside: new SqliteSetAside(database),
    feedEvents: new SqliteFeedEventStore(database),
    deliveries: new SqliteDeliveryStore(database),
    alarms: new SqliteAlarmStore(database),
    relationBook: new SqliteRelationBook(database),
    reportBook: new SqliteReportBook(database),
    subscriptionBook: new SqliteSubscriptionBook(database),
    webhookBook: new SqliteWebhookBook(database),
    definitionBook: new SqliteDefinitionBook(database),
    looks: new SqliteLookLog(database),
  };
}
