import { digestOfJson } from '../../kernel/digest';
import type { WebhookOrder } from '../../ports/webhook-book';

/** A name made of an order, so that the same order made again is the same webhook. */
export const webhookId = (order: WebhookOrder): string => `w_${digestOfJson(order)}`;
