import type { Bilingual } from '../../kernel/language';
import type { RejectionCode } from '../../kernel/receipt';
import { RECEIPT_WORDS } from '../../kernel/words/receipts';

/** A fault that an event is refused for: the code, the place and the remedy; never a value the source sent. */
export interface Refusal {
  readonly code: RejectionCode;
  /** Dotted from the event's root. */
  readonly path?: string;
  readonly message: Bilingual;
  /** The number of the rule of the questions and answers it rests on. */
  readonly rule?: string;
}

/** True when reading gave faults instead of what was read. */
export function isRefused(result: object): result is readonly Refusal[] {
  return Array.isArray(result);
}

/** Nothing to refuse an event for. */
export const NO_FAULT: readonly Refusal[] = [];

/** Makes a refusal; `path` is dotted from the event's root. */
export function refuse(code: RejectionCode, path: string | undefined, message: Bilingual, rule?: string): Refusal {
  return {
    code,
    ...(path === undefined ? undefined : { path }),
    message,
    ...(rule === undefined ? undefined : { rule }),
  };
}

/** `INVALID_EVENT` for a part that is not what it must be. */
export function illTyped(path: string, remedy: Bilingual, rule?: string): Refusal {
  return refuse('INVALID_EVENT', path, RECEIPT_WORDS.fault({ path, remedy }), rule);
}
