import { ChangeDecomposition } from '../../ports/change-decomposition';
import { Clock } from '../../ports/clock';
import { DecisionFeed } from '../../ports/decision-feed';
import { DecisionSource } from '../../ports/decision-source';
import { DefinitionBook } from '../../ports/definition-book';
import { EventLog } from '../../ports/event-log';
import { FeedEventStore } from '../../ports/feed-event-store';
import { IntakeLedger } from '../../ports/intake-ledger';
import { Logger } from '../../ports/logger';
import { LookLog } from '../../ports/look-log';
import { PathwayStateStore } from '../../ports/pathway-state-store';
import { PersonEventStore } from '../../ports/person-event-store';
import { RejectedEvents } from '../../ports/rejected-events';
import { RelationBook } from '../../ports/relation-book';
import { ReportBook } from '../../ports/report-book';
import { SetAsidePersons } from '../../ports/set-aside-persons';
import { SubscriptionBook } from '../../ports/subscription-book';
import { UnitOfWork } from '../../ports/unit-of-work';
import { Vault } from '../../ports/vault';
import { VitalSigns } from '../../ports/vital-signs';
import { WebhookBook } from '../../ports/webhook-book';

/** By which class the rooms ask for each port. */
export const PORT_TOKENS = {
  logger: Logger,
  unit: UnitOfWork,
  log: EventLog,
  vault: Vault,
  ledger: IntakeLedger,
  rejected: RejectedEvents,
  events: PersonEventStore,
  states: PathwayStateStore,
  setAside: SetAsidePersons,
  feedEvents: FeedEventStore,
  definitionBook: DefinitionBook,
  relationBook: RelationBook,
  reportBook: ReportBook,
  subscriptionBook: SubscriptionBook,
  webhookBook: WebhookBook,
  looks: LookLog,
  clock: Clock,
  decisionsAt: DecisionSource,
  decomposition: ChangeDecomposition,
  feed: DecisionFeed,
  signs: VitalSigns,
};
