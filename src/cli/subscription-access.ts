import type { SubscriptionOrder } from '../ports/subscription-book';
import type { ProducedAnswer, SubscriptionAnswer } from '../subscriptions/adapters/subscription.answer';

/** Subscriptions as a command gets at them; what is refused is a usage error that tells the remedy. */
export interface SubscriptionAccess {
  list(): Promise<readonly SubscriptionAnswer[]>;
  take(order: SubscriptionOrder): Promise<SubscriptionAnswer>;
  end(id: string): Promise<void>;
  produce(id: string): Promise<ProducedAnswer>;
}
