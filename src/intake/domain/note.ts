import type { Bilingual, Language } from '../../kernel/language';
import type { NoteCode, ReceiptNote } from '../../kernel/receipt';

/** Something an accepted event is told; it never changes what the event does, and holds no value the source sent. */
export interface Note {
  readonly code: NoteCode;
  /** Dotted from the event's root. */
  readonly path?: string;
  readonly message: Bilingual;
}

/** So many notes are told of one event. */
const MOST_NOTES = 20;

/** Notes as a receipt has them. */
export function told(notes: readonly Note[], language: Language): ReceiptNote[] {
  return notes.slice(0, MOST_NOTES).map((note) => ({ ...note, message: note.message[language] }));
}
