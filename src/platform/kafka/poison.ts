import type { Language } from '../../kernel/language';
import type { Why } from './why-poison';

/** A message that cannot be handled, however often it comes. */
export interface Poison {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly reason: Why;
  /** What its sender asks to be answered in. */
  readonly language?: Language;
}

export interface PoisonHooks {
  /** True for an error that comes from the message and not from the world around; default `isProgrammingError`. */
  isPoison?(error: unknown): boolean;
  /** Keeps a message that is skipped; when it fails it is asked again, and the partition waits. */
  onPoison(poison: Poison): Promise<void> | void;
}

const PROGRAMMING_ERRORS = new Set(['TypeError', 'RangeError', 'SyntaxError', 'URIError']);

/** True for the errors JavaScript itself throws when code meets a value it was not written for. */
export function isProgrammingError(error: unknown): boolean {
  return error instanceof Error && PROGRAMMING_ERRORS.has(error.name);
}

/** Why a message cannot even be handed to a handler. */
export class Unreadable {
  constructor(readonly reason: Why) {}
}
