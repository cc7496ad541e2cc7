import type { Generations } from './generations';
import { MongoAlarmStore } from './mongo-alarm-store';
import type { MongoDataKeys } from './mongo-data-keys';
import type { MongoDatabase } from './mongo-database';
import { MongoDefinitionBook } from './mongo-definition-book';
import { MongoDeliveryStore } from './mongo-delivery-store';
import { MongoFeedEventStore } from './mongo-feed-event-store';
import { MongoIntakeLedger } from './mongo-intake-ledger';
import { MongoRelationBook } from './mongo-relation-book';
import { MongoLookLog } from './mongo-look-log';
import { MongoReportBook } from './mongo-report-book';
import { MongoSubscriptionBook } from './mongo-subscription-book';
import { MongoWebhookBook } from './mongo-webhook-book';
import { MongoVault } from './mongo-vault';

/** The ports that need MongoDB alone; what is folded is that of the generation in use. */
export function mongoPorts(database: MongoDatabase, generations: Generations, dataKeys: MongoDataKeys) {
  return {
    unit: database,
    vault: new MongoVault(database, dataKeys),
    ledger: new MongoIntakeLedger(database),
    events: generations.events,
    states: generations.states,
    feedEvents: new MongoFeedEventStore(database),
    deliveries: new MongoDeliveryStore(database),
    alarms: new MongoAlarmStore(database),
    relationBook: new MongoRelationBook(database),
    reportBook: new MongoReportBook(database),
    subscriptionBook: new MongoSubscriptionBook(database),
    webhookBook: new MongoWebhookBook(database),
    definitionBook: new MongoDefinitionBook(database),
    looks: new MongoLookLog(database),
  };
}
