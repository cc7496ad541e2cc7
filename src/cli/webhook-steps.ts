import { webhookAnswer } from '../notifications/adapters/webhook.answer';
import { sentFrom } from '../notifications/adapters/sent-from';
import { WebhookRefused } from '../notifications/application/take-webhooks';
import type { Webhook } from '../ports/webhook-book';
import type { UseCases } from './program';
import { refusedText } from './refused-text';
import { UsageError } from './usage-error';
import type { WebhookAccess } from './webhook-access';

/** Webhooks in the store itself. */
export function webhookSteps(taking: UseCases['webhooks']): WebhookAccess {
  const noSuch = async (): Promise<UsageError> => {
    const ids = (await taking.list()).map(({ id }) => id);
    return new UsageError(`There is no such webhook; there is ${ids.join(', ') || 'none'}.`);
  };
  const answerTo = async (webhook: Webhook | undefined) => {
    if (webhook === undefined) throw await noSuch();
    return webhookAnswer(webhook);
  };
  return {
    list: async () => (await taking.list()).map(webhookAnswer),
    take: async (order, from) => {
      try {
        const { webhook, secret } = await taking.take(order, sentFrom(from));
        return { webhook: webhookAnswer(webhook), secret };
      } catch (error) {
        throw error instanceof WebhookRefused ? new UsageError(refusedText(error.faults)) : error;
      }
    },
    end: async (id) => {
      if (!(await taking.end(id))) throw await noSuch();
    },
    resume: async (id) => answerTo(await taking.resume(id)),
    sendAgain: async (id, from) => answerTo(await taking.sendAgain(id, sentFrom(from))),
  };
}
