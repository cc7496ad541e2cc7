import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Language } from '../../kernel/language';
import type { Receipt } from '../../kernel/receipt';
import { NOTE_WORDS, RECEIPT_WORDS } from '../../kernel/words/receipts';
import type { LedgerAnswer } from '../../ports/intake-ledger';
import { rejectionReceipt, type Candidate } from '../domain/classify';
import { told, type Note } from '../domain/note';
import { refuse } from '../domain/refusal';

interface Claimed extends Omit<Candidate, 'result' | 'notes'> {
  readonly receipt: Receipt;
}

/** A sound event that is new; the rooms after intake are told of it. */
export interface Accepted extends Claimed {
  readonly result: 'accepted';
  readonly told: ClinicalEvent;
}

/** A sound event that came before; the rooms are told again where this one was received earlier than they know. */
export interface Duplicate extends Claimed {
  readonly result: 'duplicate';
  readonly told?: ClinicalEvent;
}

/** A sound event under an id that was used for other content. */
export interface Reused extends Claimed {
  readonly result: 'reused';
}

/** What becomes of a sound event, once the ledger has said whether it came before; touches nothing. */
export function settle(
  candidate: Candidate,
  answer: LedgerAnswer,
  otherwise?: Language,
): Accepted | Duplicate | Reused {
  const { arrival, event, sound } = candidate;
  const language = arrival.language ?? otherwise;
  const { id, source } = namesOf(candidate);
  switch (answer.standing) {
    case 'new': {
      const receipt = acceptance(candidate, answer, language);
      return { result: 'accepted', arrival, event, sound, receipt, told: asKnown(sound.event, answer) };
    }
    case 'duplicate': {
      const receipt: Receipt = { id, source, status: 'duplicate' };
      if (answer.receivedEarlier !== true) return { result: 'duplicate', arrival, event, sound, receipt };
      return { result: 'duplicate', arrival, event, sound, receipt, told: asKnown(sound.event, answer) };
    }
    case 'reused': {
      const receipt = rejectionReceipt(event, [refuse('ID_REUSED', 'id', RECEIPT_WORDS.idReused)], language);
      return { result: 'reused', arrival, event, sound, receipt };
    }
  }
}

/** The receipt of a new event with what it is told. */
function acceptance(candidate: Candidate, { sharedWith }: LedgerAnswer, language: Language = 'en'): Receipt {
  const { notes = [] } = candidate;
  const { id, source } = namesOf(candidate);
  const all = sharedWith === undefined ? notes : [...notes, OTHER_PERSON];
  if (all.length === 0) return { id, source, status: 'accepted' };
  return { id, source, status: 'accepted', notes: told(all, language) };
}

/** What the source itself calls its event and itself. */
function namesOf({ event }: Candidate): { readonly id: string; readonly source: string } {
  return { id: event['id'] as string, source: event['source'] as string };
}

const OTHER_PERSON: Note = {
  code: 'RECORD_OF_ANOTHER_PERSON',
  path: 'data.recordId',
  message: NOTE_WORDS.otherPerson,
};

/** The event with the person its registration is shared with and the moment an earlier attempt received it. */
function asKnown(event: ClinicalEvent, { sharedWith, firstReceivedAt }: LedgerAnswer): ClinicalEvent {
  if (sharedWith === undefined && firstReceivedAt === undefined) return event;
  return {
    ...event,
    ...(sharedWith === undefined ? undefined : { sharedWith }),
    ...(firstReceivedAt === undefined ? undefined : { receivedAt: firstReceivedAt }),
  };
}
