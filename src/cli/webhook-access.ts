import type { RegisteredWebhook, WebhookAnswer } from '../notifications/adapters/webhook.answer';
import type { WebhookOrder } from '../ports/webhook-book';

/** Webhooks as a command gets at them; what is refused is a usage error that tells the remedy. `from`: now, start or a day. */
export interface WebhookAccess {
  list(): Promise<readonly WebhookAnswer[]>;
  take(order: WebhookOrder, from: string): Promise<RegisteredWebhook>;
  end(id: string): Promise<void>;
  resume(id: string): Promise<WebhookAnswer>;
  sendAgain(id: string, from: string): Promise<WebhookAnswer>;
}
