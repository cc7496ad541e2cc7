import { formatInstant } from '../../kernel/instant';
import type { Parcel } from '../../ports/report-delivery';
import type { Subscription, SubscriptionOrder } from '../../ports/subscription-book';

/** A subscription as people see it. */
export interface SubscriptionAnswer extends SubscriptionOrder {
  readonly id: string;
  /** Every time it was due through this moment is done with. */
  readonly doneThrough: string;
  readonly nextDue?: string;
  readonly failure?: {
    readonly times: number;
    readonly at: string;
    readonly retryAt: string;
    readonly says: string;
  };
}

/** What is told of a subscription, with when it is due next where that was asked. */
export function subscriptionAnswer({
  progress: { doneThrough, failure },
  nextDue,
  ...order
}: Subscription & { readonly nextDue?: number }): SubscriptionAnswer {
  return {
    ...order,
    doneThrough: formatInstant(doneThrough),
    ...(nextDue === undefined ? undefined : { nextDue: formatInstant(nextDue) }),
    ...(failure === undefined
      ? undefined
      : { failure: { ...failure, at: formatInstant(failure.at), retryAt: formatInstant(failure.retryAt) } }),
  };
}

/** What was handed over. */
export interface ProducedAnswer {
  readonly reference: string;
  readonly files: readonly { readonly name: string; readonly contentType: string; readonly bytes: number }[];
}

/** What is told of a parcel. */
export function producedAnswer({ reference, files }: Parcel): ProducedAnswer {
  return {
    reference,
    files: files.map(({ name, contentType, content }) => ({ name, contentType, bytes: content.byteLength })),
  };
}
