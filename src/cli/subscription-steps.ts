import { producedAnswer, subscriptionAnswer } from '../subscriptions/adapters/subscription.answer';
import { OrderRefused } from '../subscriptions/application/take-subscriptions';
import type { UseCases } from './program';
import { refusedText } from './refused-text';
import type { SubscriptionAccess } from './subscription-access';
import { UsageError } from './usage-error';

/** Subscriptions in the store itself. */
export function subscriptionSteps({ taking, producing }: UseCases['subscriptions']): SubscriptionAccess {
  const noSuch = async (): Promise<UsageError> => {
    const ids = (await taking.list()).map(({ id }) => id);
    return new UsageError(`There is no such subscription; there is ${ids.join(', ') || 'none'}.`);
  };
  return {
    list: async () => (await taking.list()).map(subscriptionAnswer),
    take: async (order) => {
      try {
        return subscriptionAnswer(await taking.take(order));
      } catch (error) {
        throw error instanceof OrderRefused ? new UsageError(refusedText(error.faults)) : error;
      }
    },
    end: async (id) => {
      if (!(await taking.end(id))) throw await noSuch();
    },
    produce: async (id) => {
      const subscription = await taking.find(id);
      if (subscription === undefined) throw await noSuch();
      const parcel = await producing.produceNow(subscription);
      if ('failure' in parcel) throw new Error(`The report could not be handed over. ${parcel.failure}`);
      return producedAnswer(parcel);
    },
  };
}
