import type { WebhookOrder } from '../../ports/webhook-book';
import type { OwnedElsewhere } from '../program';
import type { WebhookAccess } from '../webhook-access';
import { answered, serverAt } from './client';

/** Webhooks through the running server that owns the store. */
export function remoteWebhooks(owner: OwnedElsewhere): WebhookAccess {
  const server = serverAt(owner);
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    list: async () => (await answered(server.GET('/api/v1/webhooks'))).webhooks,
    take: (order, from) => answered(server.POST('/api/v1/webhooks', { body: { ...bodyOf(order), since: from } })),
    end: async (id) => void (await answered(server.DELETE('/api/v1/webhooks/{id}', at(id)))),
    resume: (id) => answered(server.POST('/api/v1/webhooks/{id}/resume', at(id))),
    sendAgain: (id, from) =>
      answered(server.POST('/api/v1/webhooks/{id}/send-again', { ...at(id), body: { since: from } })),
  };
}

function bodyOf({ indicators, causes, ...order }: WebhookOrder) {
  return {
    ...order,
    ...(indicators === undefined ? undefined : { indicators: [...indicators] }),
    ...(causes === undefined ? undefined : { causes: [...causes] }),
  };
}
