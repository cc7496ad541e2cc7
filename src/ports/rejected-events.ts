import type { PersonKey } from '../kernel/clinical-event';
import type { Receipt } from '../kernel/receipt';
import type { Resealed } from './sealing';

/** A refused event: its receipt, and what came, to be kept encrypted. */
export interface Rejection {
  readonly receipt: Receipt;
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

/**
 * Refused events, kept so that none is lost and each can be corrected and sent again.
 *
 * Promises: payloads rest encrypted; keeping the same payload with the same receipt again changes nothing.
 */
export abstract class RejectedEvents {
  abstract keep(rejections: readonly Rejection[]): Promise<void>;

  /** Those not resolved, oldest first, from `after` (a number) on; payloads decrypted. */
  abstract list(options: { readonly after: number; readonly limit: number }): Promise<readonly KeptRejection[]>;

  /** One with its payload, or undefined. */
  abstract find(number: number): Promise<KeptRejection | undefined>;

  abstract resolve(number: number, at: number): Promise<void>;

  /** How many are not resolved. */
  abstract count(): Promise<number>;

  /** Seals a page of them, resolved or not, after a number under the key in use where they are under another. */
  abstract reseal(after: number | undefined, limit: number): Promise<Resealed<number>>;
}
