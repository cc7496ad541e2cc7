/** Why an event was refused, in the order the checks run (interface.md §1, Receipts). */
export const REJECTION_CODES = [
  'INVALID_EVENT',
  'NOT_REGISTRABLE',
  'WRONG_CODE_SYSTEM_FOR_SECTOR',
  'INVALID_CPR',
  'UNKNOWN_ORGANISATION',
  'WRONG_CHANNEL',
  'DANHEART_CLOSED',
  'ALREADY_IN_REGISTRY',
  'SERVICE_DATE_IN_FUTURE',
  'ID_REUSED',
  'NOT_HANDLED',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** What an accepted event is told beside; it never changes what the event does (interface.md §1, Receipts). */
export const NOTE_CODES = [
  'NO_EFFECT_YET',
  'CODE_WITHOUT_EFFECT',
  'UNKNOWN_FIELD',
  'UNKNOWN_HOSPITAL',
  'RECORD_OF_ANOTHER_PERSON',
  'CPR_IN_IDENTIFIER',
  'UNIT_NOT_USED',
  'UNUSUAL_VALUE',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** One fault of a refused event. */
export interface ReceiptFault {
  readonly code: RejectionCode;
  /** Dotted from the event's root; absent when the line is no JSON object. */
  readonly path?: string;
  /** What is wrong and what cures it. */
  readonly message: string;
  /** The number of the rule of the questions and answers, where it rests on one. */
  readonly rule?: string;
}

/** Something an accepted event is told. */
export interface ReceiptNote {
  readonly code: NoteCode;
  readonly path?: string;
  readonly message: string;
}

/**
 * The answer every event gets. What is said of a refusal is that of the fault that decides, the first in the order of the
 * checks; texts are in the language asked for and never hold a value the source sent.
 */
export interface Receipt extends Partial<ReceiptFault> {
  readonly id?: string;
  readonly source?: string;
  readonly status: 'accepted' | 'duplicate' | 'rejected';
  /** Every fault in the order of the checks, the deciding one included, where there are several. */
  readonly faults?: readonly ReceiptFault[];
  /** Absent when there are none. */
  readonly notes?: readonly ReceiptNote[];
}
