import type { AlarmStore } from './alarm-store';
import type { DecisionStore } from './decision-store';
import type { DefinitionBook } from './definition-book';
import type { DeliveryStore } from './delivery-store';
import type { EventLog } from './event-log';
import type { FeedEventStore } from './feed-event-store';
import type { IntakeLedger } from './intake-ledger';
import type { Logger } from './logger';
import type { LookLog } from './look-log';
import type { PathwayStateStore } from './pathway-state-store';
import type { PersonEventStore } from './person-event-store';
import type { ReadPosition } from './read-position';
import type { RejectedEvents } from './rejected-events';
import type { RelationBook } from './relation-book';
import type { ReportBook } from './report-book';
import type { SetAsidePersons } from './set-aside-persons';
import type { SubscriptionBook } from './subscription-book';
import type { UnitOfWork } from './unit-of-work';
import type { Vault } from './vault';
import type { WebhookBook } from './webhook-book';

/** Everything the rooms stand on; each platform gives it whole. */
export interface Ports {
  readonly unit: UnitOfWork;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly vault: Vault;
  readonly ledger: IntakeLedger;
  readonly rejected: RejectedEvents;
  readonly events: PersonEventStore;
  readonly states: PathwayStateStore;
  readonly decisions: DecisionStore;
  readonly setAside: SetAsidePersons;
  readonly feedEvents: FeedEventStore;
  readonly deliveries: DeliveryStore;
  readonly alarms: AlarmStore;
  readonly definitionBook: DefinitionBook;
  readonly relationBook: RelationBook;
  readonly reportBook: ReportBook;
  readonly subscriptionBook: SubscriptionBook;
  readonly webhookBook: WebhookBook;
  readonly looks: LookLog;
  readonly position: ReadPosition;
}
