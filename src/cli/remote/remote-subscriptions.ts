import type { ProducedAnswer, SubscriptionAnswer } from '../../subscriptions/adapters/subscription.answer';
import type { SubscriptionAccess } from '../subscription-access';
import { ask, type Question, type Refusal } from './ask';

/** Subscriptions through the running server that owns the store. */
export function remoteSubscriptions(address: string): SubscriptionAccess {
  const tell = ({ detail, errors = [] }: Refusal): string =>
    [detail, ...errors.map((fault) => `  ${fault.path} ${fault.remedy}`)].join('\n');
  const askFor = (method: Question['method'], path: string, body?: object): Promise<unknown> =>
    ask(address, { method, path: `/subscriptions${path}`, tell, ...(body === undefined ? undefined : { body }) });
  const at = (id: string): string => `/${encodeURIComponent(id)}`;
  return {
    list: async () => ((await askFor('GET', '')) as { subscriptions: SubscriptionAnswer[] }).subscriptions,
    take: async (order) => (await askFor('POST', '', order)) as SubscriptionAnswer,
    end: async (id) => void (await askFor('DELETE', at(id))),
    produce: async (id) => (await askFor('POST', `${at(id)}/produce`)) as ProducedAnswer,
  };
}
