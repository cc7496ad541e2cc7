import type { ReportHead } from '../reporting/adapters/frozen-report.answer';
import type { DefinitionStep } from './definition-steps';
import type { FeedStep } from './feed-steps';
import type { BookStep } from './frozen-steps';
import type { SubscriptionAccess } from './subscription-access';
import type { WebhookAccess } from './webhook-access';

/** What commands do to a store, whoever has it; what is refused is a usage error that tells the remedy. */
export interface Steps {
  /** Resolves with the report as it stands then. */
  book(step: BookStep): Promise<ReportHead>;
  /** Resolves with what the API answers. */
  definition(step: DefinitionStep): Promise<object>;
  /** Resolves with what to say. */
  feed(step: FeedStep): Promise<string>;
  readonly subscriptions: SubscriptionAccess;
  readonly webhooks: WebhookAccess;
}
