import type { WebhookProgress } from '../../ports/webhook-book';

/** How patient sending is. */
export interface Patience {
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
  /** After so long without one success nothing is sent until somebody resumes it. */
  readonly holdAfterMs: number;
}

type Failure = NonNullable<WebhookProgress['failure']>;

/** What a failed attempt says. */
interface Failed {
  readonly says: string;
  /** The other side asks for at least so much peace. */
  readonly retryAfterMs?: number;
}

/**
 * The failure after one more attempt: the pause doubles each time up to the longest, and of it between a half and the whole
 * is waited (`random` from 0 to 1), so that those who failed together do not come back together.
 */
export function failedAgain(
  before: Failure | undefined,
  { says, retryAfterMs = 0 }: Failed,
  { at, random, patience }: { readonly at: number; readonly random: number; readonly patience: Patience },
): Failure {
  const times = (before?.times ?? 0) + 1;
  const whole = Math.min(patience.lastRetryMs, patience.firstRetryMs * 2 ** Math.min(30, times - 1));
  const pause = Math.max(Math.min(retryAfterMs, patience.lastRetryMs), Math.ceil(whole * (0.5 + random / 2)));
  return { times, since: before?.since ?? at, at, retryAt: at + pause, says };
}

/** Whether a row of failures has lasted too long to go on by itself. */
export const isHopeless = ({ since, at }: Failure, { holdAfterMs }: Patience): boolean => at - since >= holdAfterMs;
