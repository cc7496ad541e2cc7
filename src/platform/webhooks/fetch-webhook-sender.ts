import { WebhookSender, type WebhookAnswer, type WebhookRequest } from '../../ports/webhook-sender';

/** Sends by the fetch of the platform; an answer's body is not read, and a redirect is a failure. */
export class FetchWebhookSender extends WebhookSender {
  constructor(private readonly timeoutMs: number) {
    super();
  }

  override async send({ url, headers, body }: WebhookRequest, stop: AbortSignal): Promise<WebhookAnswer> {
    const ending = new AbortController();
    const end = (): void => ending.abort();
    const timer = setTimeout(end, this.timeoutMs);
    stop.addEventListener('abort', end);
    if (stop.aborted) end();
    try {
      const { signal } = ending;
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      await response.body?.cancel();
      return answerOf(response);
    } catch (error) {
      return { kind: 'failed', says: this.reasonOf(error, stop) };
    } finally {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
    }
  }

  private reasonOf(error: unknown, stop: AbortSignal): string {
    const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } };
    if (stop.aborted) return 'The program was stopped meanwhile.';
    if (name === 'AbortError') return `It did not answer within ${this.timeoutMs / 1_000} seconds.`;
    return `It could not be reached: ${cause?.code ?? name}.`;
  }
}

/** `Retry-After` is heeded where it is in seconds. */
function answerOf({ status, ok, headers }: Response): WebhookAnswer {
  if (ok) return { kind: 'taken' };
  if (status === 410) return { kind: 'gone' };
  const seconds = Number(headers.get('retry-after') ?? '');
  return {
    kind: 'failed',
    says: `It answered ${status}.`,
    ...(seconds > 0 && Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : undefined),
  };
}
