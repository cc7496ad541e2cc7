/** How a registration stands after the deliveries so far. */
export interface DeliveredStanding {
  /** A digest of what was said of it last. */
  readonly content: string;
  readonly version: number;
  readonly status: 'active' | 'retracted';
  /** Whether the delivery that is being read has said something of it. */
  readonly isOfThisDelivery: boolean;
}

/** What a delivery now says of a registration. */
export interface DeliveredEntry {
  /** A digest of the registration's source, kind and name. */
  readonly name: string;
  /** A digest of whom the registration is of that a whole delivery speaks for. */
  readonly scope: string;
  readonly content: string;
  readonly version: number;
  readonly status: 'active' | 'retracted';
  /** What is needed to retract it: sealed, for it names a person. */
  readonly sealed: Uint8Array;
}

/**
 * What deliveries of files said so far, so that the next one is told apart into what is new, what is changed, what stayed
 * and, where it is a whole one, what is gone.
 *
 * Promises: one delivery is read at a time, another waits or is refused with a sentence; nothing is kept of a delivery
 * before `keep`, and `forget` leaves the book as it was.
 */
export abstract class DeliveryBook {
  /** Begins a delivery; throws a `StoreError` while another one is being read. */
  abstract begin(format: string): void;

  /** How a registration of the delivery's format stands; undefined where nothing was said of it. */
  abstract standingOf(name: string): DeliveredStanding | undefined;

  /** Enters what the delivery says. */
  abstract enter(entry: DeliveredEntry): void;

  /** Remembers that the delivery says again what stands. */
  abstract confirm(name: string): void;

  /** How many active registrations of a scope the delivery has said nothing of, and of how many. */
  abstract missingIn(scope: string): { readonly missing: number; readonly of: number };

  /** The active registrations of a scope that the delivery has said nothing of. */
  abstract missing(scope: string): Iterable<DeliveredEntry>;

  /** Keeps what the delivery said. */
  abstract keep(): void;

  /** Forgets what the delivery said; nothing where none is being read. */
  abstract forget(): void;

  abstract close(): void;
}
