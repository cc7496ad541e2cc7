import type { CompiledDefinitions } from '../indicators/domain/compile';
import type { PersonLaw } from '../indicators/domain/person-law';
import type { DecisionsAt } from '../indicators/application/decisions-at';
import type { DecidePersons } from '../indicators/application/decide-persons';
import type { ReceiveEvents } from '../intake/application/receive-events';
import type { PersonKey } from '../kernel/clinical-event';
import type { KafkaConnection } from '../platform/kafka/kafka-connection';
import type { KafkaEventLog } from '../platform/kafka/kafka-event-log';
import type { MongoDatabase } from '../platform/mongo/mongo-database';
import type { LineLimits } from '../platform/ndjson/line-splitter';
import type { Clock } from '../ports/clock';
import type { DecisionStore } from '../ports/decision-store';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { Logger } from '../ports/logger';
import type { LookHeads, LookLog } from '../ports/look-log';
import type { PathwayStateStore } from '../ports/pathway-state-store';
import type { SetAsidePersons } from '../ports/set-aside-persons';
import type { RejectedEvents } from '../ports/rejected-events';
import type { Vault } from '../ports/vault';

/** Kafka and MongoDB as operations work on them, beside the services that run there. */
export interface DistributedStore {
  readonly connection: KafkaConnection;
  readonly database: MongoDatabase;
  readonly clock: Clock;
  readonly log: KafkaEventLog;
  readonly logger: Logger;
  readonly vault: Vault;
  readonly keys: { keyOf(digits: string): PersonKey };
  readonly rejected: RejectedEvents;
  readonly states: PathwayStateStore;
  readonly decisions: DecisionStore;
  readonly setAside: SetAsidePersons;
  readonly feedEvents: FeedEventStore;
  readonly looks: LookLog;
  readonly lookHeads: LookHeads;
  readonly lookKey: Buffer;
  readonly definitions: CompiledDefinitions;
  readonly law: PersonLaw;
  readonly settings: { readonly lineLimits: LineLimits; readonly kafka: { readonly prefix: string } };
  readonly intake: ReceiveEvents;
  readonly indicators: DecidePersons;
  readonly decisionsAt: DecisionsAt;
}
