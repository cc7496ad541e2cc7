import type { CompiledDefinitions } from '../indicators/domain/compile';
import type { PersonLaw } from '../indicators/domain/person-law';
import type { DecisionsAt } from '../indicators/application/decisions-at';
import type { DecidePersons } from '../indicators/application/decide-persons';
import type { ReceiveEvents } from '../intake/application/receive-events';
import type { FoldPersons } from '../pathways/application/fold-persons';
import type { ClinicalEvent, PersonKey } from '../kernel/clinical-event';
import type { LineLimits } from '../platform/ndjson/line-splitter';
import type { SqliteDatabase } from '../platform/sqlite/sqlite-database';
import type { SqliteDecisionStore } from '../platform/sqlite/sqlite-decision-store';
import type { SqliteDefinitionBook } from '../platform/sqlite/sqlite-definition-book';
import type { SqliteDeliveryStore } from '../platform/sqlite/sqlite-delivery-store';
import type { SqliteEventLog } from '../platform/sqlite/sqlite-event-log';
import type { SqliteIntakeLedger } from '../platform/sqlite/sqlite-intake-ledger';
import type { SqlitePathwayStateStore } from '../platform/sqlite/sqlite-pathway-state-store';
import type { SqlitePersonEventStore } from '../platform/sqlite/sqlite-person-event-store';
import type { Clock } from '../ports/clock';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { LookHeads, LookLog } from '../ports/look-log';
import type { SetAsidePersons } from '../ports/set-aside-persons';
import type { RejectedEvents } from '../ports/rejected-events';
import type { Vault } from '../ports/vault';

/** The embedded store as operations work on it, with the use cases that take in, fold and decide there. */
export interface EmbeddedStore {
  readonly database: SqliteDatabase;
  readonly clock: Clock;
  readonly log: SqliteEventLog;
  readonly definitionBook: SqliteDefinitionBook;
  readonly vault: Vault;
  readonly ledger: SqliteIntakeLedger;
  readonly keys: { keyOf(digits: string): PersonKey };
  /** The digest of what an event of the log says, as intake made it; throws when what is sealed does not open. */
  readonly contentDigest: (event: ClinicalEvent) => string;
  readonly rejected: RejectedEvents;
  readonly events: SqlitePersonEventStore;
  readonly states: SqlitePathwayStateStore;
  readonly decisions: SqliteDecisionStore;
  readonly setAside: SetAsidePersons;
  readonly feedEvents: FeedEventStore;
  readonly deliveries: SqliteDeliveryStore;
  readonly looks: LookLog;
  readonly lookHeads: LookHeads;
  readonly lookKey: Buffer;
  readonly definitions: CompiledDefinitions;
  readonly law: PersonLaw;
  readonly settings: { readonly lineLimits: LineLimits };
  readonly intake: ReceiveEvents;
  readonly pathways: FoldPersons;
  readonly indicators: DecidePersons;
  readonly decisionsAt: DecisionsAt;
}
