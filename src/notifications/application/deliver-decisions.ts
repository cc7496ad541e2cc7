import type { Webhook } from '../../ports/webhook-book';
import { WebhookDelivery, type Delivering } from './webhook-delivery';

interface Underway {
  readonly delivery: WebhookDelivery;
  running?: Promise<void>;
}

/**
 * Delivers changed decisions to every webhook, each for itself: one that is slow, fails or is gone keeps no other waiting.
 * `look` begins what there is to do and does not wait for it.
 */
export class DeliverDecisions {
  private readonly underway = new Map<string, Underway>();
  private readonly stopping = new AbortController();

  constructor(private readonly delivering: Delivering) {}

  /** Looks what there is to send, and begins to send it. */
  async look(): Promise<void> {
    const webhooks = await this.delivering.book.all();
    const ids = new Set(webhooks.map(({ id }) => id));
    for (const [id, { delivery, running }] of this.underway) {
      if (ids.has(id) || running !== undefined) continue;
      this.underway.delete(id);
      await delivery.close();
    }
    if (!this.stopping.signal.aborted) for (const webhook of webhooks) this.begin(webhook);
  }

  /** Resolves when what was begun has come to an end for now. */
  async settled(): Promise<void> {
    for (const { running } of this.underway.values()) await running;
  }

  /** Looks once and waits for it: what was there before the call is sent, or known to fail. */
  async deliverOnce(): Promise<void> {
    await this.settled();
    await this.look();
    await this.settled();
  }

  /** Ends what is under way: requests that nobody has answered yet are sent again after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.settled();
    for (const { delivery } of this.underway.values()) await delivery.close();
    this.underway.clear();
  }

  private begin(webhook: Webhook): void {
    const { id } = webhook;
    const known = this.underway.get(id);
    if (known?.running !== undefined) return;
    const one = known ?? { delivery: new WebhookDelivery(id, this.delivering, this.stopping.signal) };
    this.underway.set(id, one);
    one.running = one.delivery
      .deliver(webhook)
      .catch(async (error: unknown) => {
        this.delivering.logger.error({ webhook: id, error }, 'Delivering decisions failed and is tried again');
        await one.delivery.close().catch(() => undefined);
      })
      .finally(() => delete one.running);
  }
}
