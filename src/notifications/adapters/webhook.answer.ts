import { formatInstant } from '../../kernel/instant';
import type { HoldReason, Webhook, WebhookOrder } from '../../ports/webhook-book';

/** A webhook as people see it: never its secret. */
export interface WebhookAnswer extends WebhookOrder {
  readonly id: string;
  /** `active`; `failing`: tried again by itself; `on-hold`: until somebody resumes it. */
  readonly state: 'active' | 'failing' | 'on-hold';
  /** Decisions as of an earlier day are passed over. */
  readonly fromDay?: string;
  readonly failure?: {
    readonly times: number;
    readonly since: string;
    readonly retryAt: string;
    readonly says: string;
  };
  readonly hold?: { readonly at: string; readonly reason: HoldReason; readonly says: string };
}

/** What is told of a webhook. */
export function webhookAnswer({ progress, sealedSecret: _sealed, ...order }: Webhook): WebhookAnswer {
  const { fromDay, failure, hold } = progress;
  return {
    ...order,
    state: hold !== undefined ? 'on-hold' : failure !== undefined ? 'failing' : 'active',
    ...(fromDay === undefined ? undefined : { fromDay }),
    ...(failure === undefined || hold !== undefined ? undefined : { failure: failureOf(failure) }),
    ...(hold === undefined ? undefined : { hold: { ...hold, at: formatInstant(hold.at) } }),
  };
}

const failureOf = ({ times, since, retryAt, says }: NonNullable<Webhook['progress']['failure']>) => ({
  times,
  since: formatInstant(since),
  retryAt: formatInstant(retryAt),
  says,
});

/** A webhook that was just registered: the only time its secret is told. */
export interface RegisteredWebhook {
  readonly webhook: WebhookAnswer;
  readonly secret: string;
}
