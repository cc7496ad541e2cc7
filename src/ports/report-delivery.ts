import type { Destination } from './subscription-book';

/** A file under a name that is safe anywhere. */
export interface DeliveredFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** What is handed over together. */
export interface Parcel {
  /** The same for the same parcel, so that whoever gets it twice can tell. */
  readonly reference: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly DeliveredFile[];
}

/**
 * A way to hand reports over.
 *
 * Promises: when `deliver` resolves every file is there whole, under its name, and never in part; when it rejects the
 * message says what stood in the way and holds no secret. Delivering a parcel again leaves what delivering it once
 * leaves, or is recognisable by its reference.
 */
export abstract class ReportDelivery<D extends Destination = Destination> {
  /** What is wrong with a destination and what to do about it; undefined when it can be used. */
  abstract faultIn(destination: D): string | undefined;

  abstract deliver(destination: D, parcel: Parcel): Promise<void>;
}
