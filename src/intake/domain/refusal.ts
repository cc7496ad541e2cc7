import type { RejectionCode } from '../../kernel/receipt';

/** Why an event is refused: the code, the place and the remedy; never a value the source sent. */
export interface Refusal {
  readonly code: RejectionCode;
  readonly path?: string;
  readonly message: string;
}

/** Makes a refusal; `path` is dotted from the event's root. */
export function refuse(code: RejectionCode, path: string | undefined, message: string): Refusal {
  return path === undefined ? { code, message } : { code, path, message };
}
