import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Delivered } from '../../kernel/delivery';
import type { Incoming } from '../../kernel/incoming';
import type { Language } from '../../kernel/language';
import type { Message } from '../../ports/event-log';
import type { LedgerAnswer, LedgerEntry } from '../../ports/intake-ledger';
import type { NumberedPerson } from '../../ports/vault';
import type { Receipt } from '../../kernel/receipt';
import { told, type Note } from '../domain/note';

/**
 * A sound event that was checked and translated elsewhere, as an operator's events are, with all that taking it needs
 * where it is new or only a repeat. Where more is to be said it is read again as it arrived.
 */
export interface ReadEvent {
  readonly result: 'read';
  readonly arrival: Incoming;
  readonly entry: LedgerEntry;
  readonly notes: readonly Note[] | undefined;
  /** Whose CPR number it names, for the vault. */
  readonly numbered: NumberedPerson;
  /** What the rooms are told of it. */
  readonly message: Message<ClinicalEvent>;
  deliveredAs(receipt: Delivered['receipt']): Delivered;
}

/** A read event of which it is known whether it came before. */
export interface Taken extends Pick<ReadEvent, 'arrival' | 'numbered' | 'message'> {
  readonly result: 'taken';
  readonly receipt: Receipt;
  readonly delivered: Delivered;
}

/** True for one that was read already. */
export const isRead = (one: Incoming | ReadEvent): one is ReadEvent => 'entry' in one;

/** What becomes of a read event; undefined where it has to be read again to say so. */
export function take(read: ReadEvent, answer: LedgerAnswer, language: Language = 'en'): Taken | undefined {
  const { standing, sharedWith, firstReceivedAt, receivedEarlier } = answer;
  if (standing === 'reused' || sharedWith !== undefined || firstReceivedAt !== undefined || receivedEarlier === true)
    return undefined;
  const { arrival, numbered, message, notes, entry } = read;
  const status = standing === 'new' ? 'accepted' : 'duplicate';
  const delivered = read.deliveredAs(status);
  const { id, source } = entry;
  const receipt: Receipt =
    notes === undefined || standing === 'duplicate'
      ? { id, source, status }
      : { id, source, status, notes: told(notes, language) };
  return { result: 'taken', arrival, numbered, message, receipt, delivered };
}
