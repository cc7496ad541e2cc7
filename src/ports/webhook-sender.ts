/** A request as it goes out. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it. Only `taken` (any 2xx) says that the other side has it; `says` holds no secret and no body. */
export type WebhookAnswer =
  | { readonly kind: 'taken' }
  /** Nobody wants anything there any more (410). */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly says: string; readonly retryAfterMs?: number };

/**
 * A way to send to an address.
 *
 * Promises: always resolves, after a bounded time; follows no redirect; `stop` ends what is under way as failed.
 */
export abstract class WebhookSender {
  abstract send(request: WebhookRequest, stop: AbortSignal): Promise<WebhookAnswer>;
}
