import type { Look } from '../../kernel/look';
import { schemeOf } from '../../kernel/organisation';
import type { Webhook } from '../../ports/webhook-book';

/** That an organisation's system was sent something of persons. */
export function lookOf(
  { id, name, organisation }: Webhook,
  persons: readonly string[],
  relations: readonly string[],
): Omit<Look, 'at'> {
  return {
    subject: id,
    name,
    roles: ['webhook'],
    organisation,
    purpose: schemeOf(organisation) === 'registry' ? 'quality' : 'treatment',
    ...(relations.length === 0 ? undefined : { relation: relations.join(', ') }),
    operation: 'registerWebhook',
    persons: [...persons].sort(),
  };
}
