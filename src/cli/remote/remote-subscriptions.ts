import type { SubscriptionOrder } from '../../ports/subscription-book';
import type { SubscriptionAccess } from '../subscription-access';
import { answered, serverAt } from './client';
import type { OwnedElsewhere } from '../program';

/** Subscriptions through the running server that owns the store. */
export function remoteSubscriptions(owner: OwnedElsewhere): SubscriptionAccess {
  const server = serverAt(owner);
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    list: async () => (await answered(server.GET('/api/v1/subscriptions'))).subscriptions,
    take: (order) => answered(server.POST('/api/v1/subscriptions', { body: orderOf(order) })),
    end: async (id) => void (await answered(server.DELETE('/api/v1/subscriptions/{id}', at(id)))),
    produce: (id) => answered(server.POST('/api/v1/subscriptions/{id}/produce', at(id))),
  };
}

function orderOf({ formats, delivery, ...order }: SubscriptionOrder) {
  return {
    ...order,
    formats: [...formats],
    delivery: delivery.kind === 'mail' ? { ...delivery, to: [...delivery.to] } : delivery,
  };
}
