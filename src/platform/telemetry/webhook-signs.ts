import type { Figure, WebhooksOnHold } from '../../ports/vital-signs';
import type { Webhook, WebhookBook } from '../../ports/webhook-book';

type Book = Pick<WebhookBook, 'all'>;

/** The webhooks on hold and why; none while the store does not answer, which is told elsewhere. */
export async function webhooksOnHold(book: Book): Promise<WebhooksOnHold> {
  const held = (await book.all().catch((): readonly Webhook[] => [])).flatMap(({ progress }) => progress.hold ?? []);
  return { webhooks: held.length, reasons: [...new Set(held.map(({ reason, says }) => `${reason}: ${says}`))] };
}

/** How many webhooks nothing is sent to, and how many are tried again by themselves. */
export function webhookFigures(book: Book): readonly Figure[] {
  const countOf = async (isMeant: (webhook: Webhook) => boolean): Promise<number> =>
    (await book.all()).filter(isMeant).length;
  return [
    {
      name: 'rehabspor_webhooks_on_hold',
      help: 'Webhooks that nothing is sent to until somebody resumes them.',
      value: () => countOf(({ progress }) => progress.hold !== undefined).catch(() => NaN),
    },
    {
      name: 'rehabspor_webhooks_failing',
      help: 'Webhooks that did not take what was sent last, and are tried again.',
      value: () =>
        countOf(({ progress: { hold, failure } }) => hold === undefined && failure !== undefined).catch(() => NaN),
    },
  ];
}
