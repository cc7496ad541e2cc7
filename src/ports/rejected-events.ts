import type { PersonKey } from '../kernel/clinical-event';
import type { Day } from '../kernel/day';
import type { Bilingual } from '../kernel/language';
import type { Receipt, RejectionCode } from '../kernel/receipt';
import type { Resealed } from './sealing';

/** A receipt as it is kept. */
interface KeptReceipt extends Receipt {
  /** The message in both languages, where what came cannot tell it again; whoever shows the receipt leaves it out. */
  readonly reason?: Bilingual;
}

/** A refused event: its receipt, and what came, to be kept encrypted. */
export interface Rejection {
  readonly receipt: KeptReceipt;
  readonly receivedAt: number;
  /** The text or bytes as they came. */
  readonly payload: string | Uint8Array;
  /** Of whom it is, where it says so: the payload rests under the person's own key. */
  readonly person?: PersonKey;
  /** Its place in the transport, where that has places. */
  readonly origin?: string;
  /** Where the event says which registration it corrects, if it does so readably. */
  readonly registration?: {
    readonly source: string;
    readonly kind: string;
    readonly recordId: string;
    readonly version: number;
    readonly time: number;
  };
}

export interface KeptRejection extends Rejection {
  readonly number: number;
  /** The person's key was thrown away: what came can be read no more, and `payload` is empty. */
  readonly erased?: true;
  /** When it was sent again and accepted. */
  readonly resolvedAt?: number;
}

/** Which refused events are asked for; what is absent does not matter. */
export interface RejectedAsked {
  readonly source?: string | undefined;
  readonly code?: RejectionCode | undefined;
  /** Danish days they came in on, both included. */
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
}

/**
 * Refused events, kept so that none is lost and each can be corrected and sent again.
 *
 * Promises: payloads rest encrypted; keeping the same payload with the same receipt again changes nothing.
 */
export abstract class RejectedEvents {
  abstract keep(rejections: readonly Rejection[]): Promise<void>;

  /** Those not resolved that are asked for, oldest first, from `after` (a number) on; payloads decrypted. */
  abstract list(
    options: { readonly after: number; readonly limit: number },
    asked?: RejectedAsked,
  ): Promise<readonly KeptRejection[]>;

  /** Of how many of those not resolved that are asked for each code is the reason. */
  abstract codes(asked: RejectedAsked): Promise<ReadonlyMap<RejectionCode, number>>;

  /** One with its payload, or undefined. */
  abstract find(number: number): Promise<KeptRejection | undefined>;

  abstract resolve(number: number, at: number): Promise<void>;

  /** How many are not resolved. */
  abstract count(): Promise<number>;

  /** Seals a page of them, resolved or not, after a number under the key in use where they are under another. */
  abstract reseal(after: number | undefined, limit: number): Promise<Resealed<number>>;
}
