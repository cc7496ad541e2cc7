import type { Language } from '../../../kernel/language';
import type { Organisation } from '../../../kernel/organisation';

/** A delivery that was handed in over HTTP, as it waits to be read. */
export interface HandedIn {
  /** By which its receipt is asked for. */
  readonly id: string;
  /** In which order deliveries came. */
  readonly no: number;
  /** RFC 3339; dates what neither the format nor `extracted` dates. */
  readonly handedInAt: string;
  readonly format: string;
  /** Who reports, where the files do not say. */
  readonly source?: Organisation;
  /** Who delivers for itself alone. */
  readonly sentBy?: Organisation;
  readonly extract: 'full' | 'incremental';
  readonly extracted?: string;
  readonly acceptDeletions: boolean;
  readonly language: Language;
  /** Of what came, so that its sender finds it again; the same of the same files. */
  readonly fingerprint: string;
}

/** How many parts and events of a delivery there were, and what became of them. */
interface DeliveryCounts {
  readonly parts: number;
  readonly unchanged: number;
  readonly retracted: number;
  /** Rows that could not be read. */
  readonly notReadable: number;
  readonly events: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/** What became of a delivery: what lies as a file beside one in a folder that is watched, with the counts. */
export interface DeliveryReceipt {
  readonly delivery: string;
  readonly handedInAt: string;
  /** When it was taken or refused; absent while it waits. */
  readonly at?: string;
  readonly format: string;
  readonly source?: Organisation;
  readonly extract: 'full' | 'incremental';
  readonly outcome: 'waiting' | 'taken' | 'refused';
  /** In sentences. */
  readonly said: readonly string[];
  /** Of one that was taken. */
  readonly counts?: DeliveryCounts;
  /** Where the rows and events that were not taken are told one by one; absent where there are none. */
  readonly rejects?: string;
  readonly fingerprint: string;
}

/** The receipt of a delivery, with what is known of its outcome. */
export function receiptOf(
  { id, handedInAt, format, source, extract, fingerprint }: HandedIn,
  known: Pick<DeliveryReceipt, 'outcome' | 'said' | 'at' | 'counts' | 'rejects'>,
): DeliveryReceipt {
  const { at, outcome, said, counts, rejects } = known;
  return {
    delivery: id,
    handedInAt,
    ...(at === undefined ? undefined : { at }),
    format,
    ...(source === undefined ? undefined : { source }),
    extract,
    outcome,
    said,
    ...(counts === undefined ? undefined : { counts }),
    ...(rejects === undefined ? undefined : { rejects }),
    fingerprint,
  };
}
