import { randomUUID } from 'node:crypto';
import { Seal } from '../../../src/access/domain/seal';
import { MongoAlarmStore } from '../../../src/platform/mongo/mongo-alarm-store';
import { MongoDataKeys } from '../../../src/platform/mongo/mongo-data-keys';
import { MongoDatabase } from '../../../src/platform/mongo/mongo-database';
import { MongoDecisionStore, type MongoDecisionOptions } from '../../../src/platform/mongo/mongo-decision-store';
import { MongoDeliveryStore } from '../../../src/platform/mongo/mongo-delivery-store';
import { MongoFeedEventStore } from '../../../src/platform/mongo/mongo-feed-event-store';
import { MongoIntakeLedger } from '../../../src/platform/mongo/mongo-intake-ledger';
import { MongoLookLog } from '../../../src/platform/mongo/mongo-look-log';
import { MongoPathwayStateStore } from '../../../src/platform/mongo/mongo-pathway-state-store';
import {
  MongoPersonEventStore,
  type MongoPersonEventOptions,
} from '../../../src/platform/mongo/mongo-person-event-store';
import { MongoRejectedEvents } from '../../../src/platform/mongo/mongo-rejected-events';
import { MongoRelationBook } from '../../../src/platform/mongo/mongo-relation-book';
import { MongoSetAside } from '../../../src/platform/mongo/mongo-set-aside';
import { MongoSubscriptionBook } from '../../../src/platform/mongo/mongo-subscription-book';
import { MongoVault } from '../../../src/platform/mongo/mongo-vault';
import { MongoWebhookBook } from '../../../src/platform/mongo/mongo-webhook-book';

const SECRET = Buffer.from('a secret for tests only');

type StoreOptions = MongoDecisionOptions & MongoPersonEventOptions;

const KEY_NOTE = 'secret hmac-sha256:of-tests';

/** Opens a database that is there, under a key. */
export const mongoOf = (url: string, name: string, keyNote = KEY_NOTE): MongoDatabase =>
  new MongoDatabase({ url, database: name }, keyNote);

/** Every MongoDB adapter over a new database, which is dropped after the test; `another` is as another process has it. */
export async function openMongo(url: string, options: StoreOptions = {}) {
  const name = `rehabspor_test_${randomUUID().replaceAll('-', '')}`;
  const database = mongoOf(url, name);
  await database.ensureIndexes();
  opened.push(async () => {
    await database.drop();
    await database.close();
  });
  const another = (others: StoreOptions = {}) => {
    const same = mongoOf(url, name);
    opened.unshift(() => same.close());
    return same.connect().then(() => storesOf(same, others));
  };
  return { ...storesOf(database, options), another, name };
}

function storesOf(database: MongoDatabase, options: StoreOptions) {
  const dataKeys = new MongoDataKeys(database, new Seal(SECRET, 'vault'), (key) => new Seal(key));
  return {
    database,
    unit: database,
    ledger: new MongoIntakeLedger(database),
    vault: new MongoVault(database, dataKeys),
    rejected: new MongoRejectedEvents(database, new Seal(SECRET, 'rejected events'), SECRET, dataKeys),
    events: new MongoPersonEventStore(database, options),
    states: new MongoPathwayStateStore(database, options),
    decisions: new MongoDecisionStore(database, options),
    setAside: new MongoSetAside(database, options),
    feedEvents: new MongoFeedEventStore(database),
    relationBook: new MongoRelationBook(database),
    subscriptionBook: new MongoSubscriptionBook(database),
    webhookBook: new MongoWebhookBook(database),
    deliveries: new MongoDeliveryStore(database),
    alarms: new MongoAlarmStore(database),
    looks: new MongoLookLog(database),
  };
}

const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});
