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
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** The answer every event gets; `message` names the remedy and never holds a value the source sent. */
export interface Receipt {
  readonly id?: string;
  readonly source?: string;
  readonly status: 'accepted' | 'duplicate' | 'rejected';
  readonly code?: RejectionCode;
  /** Dotted from the event's root; absent when the line is no JSON object. */
  readonly path?: string;
  readonly message?: string;
}
