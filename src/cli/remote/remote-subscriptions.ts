import type { ProducedAnswer, SubscriptionAnswer } from '../../subscriptions/adapters/subscription.answer';
import type { SubscriptionAccess } from '../subscription-access';
import { UsageError } from '../usage-error';

/** Subscriptions through the running server that owns the store. */
export function remoteSubscriptions(address: string): SubscriptionAccess {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${address}/api/v1/subscriptions${path}`, {
      method,
      ...(body === undefined
        ? undefined
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return text === '' ? undefined : JSON.parse(text);
    const { detail, errors = [] } = JSON.parse(text) as Refusal;
    const told = [detail, ...errors.map((fault) => `  ${fault.path} ${fault.remedy}`)].join('\n');
    throw response.status < 500 ? new UsageError(told) : new Error(told);
  };
  const at = (id: string): string => `/${encodeURIComponent(id)}`;
  return {
    list: async () => ((await ask('GET', '')) as { subscriptions: SubscriptionAnswer[] }).subscriptions,
    take: async (order) => (await ask('POST', '', order)) as SubscriptionAnswer,
    end: async (id) => void (await ask('DELETE', at(id))),
    produce: async (id) => (await ask('POST', `${at(id)}/produce`)) as ProducedAnswer,
  };
}

interface Refusal {
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly remedy: string }[];
}
