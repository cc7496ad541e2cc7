import type { PersonKey } from './clinical-event';
import { maskCpr } from './cpr-text';

/** What was being computed of a person when it failed. */
export type SetAsideStage = 'folding' | 'deciding' | 'counting' | 'explaining';

/**
 * A person nothing is decided, counted or explained of, because computing it fails: a fault of the program, not of the
 * sources. The events stay; it is tried again after the person's next change and at the next start.
 */
export interface PersonSetAside {
  readonly person: PersonKey;
  readonly stage: SetAsideStage;
  /** Why, in a sentence; never with a CPR number. */
  readonly reason: string;
}

/** Is told of each person whom something fails for. */
export type SetsAside = (one: PersonSetAside) => void;

/**
 * Computes something of one person; when it throws, that person is told as set aside and the answer is undefined, so
 * that everyone else goes on. Only for pure functions: what a store or a log throws is nobody's own and must reach
 * whoever tries the batch again.
 */
export function attemptFor<T>(
  person: PersonKey,
  stage: SetAsideStage,
  pure: () => T,
  setAside: SetsAside,
): T | undefined {
  try {
    return pure();
  } catch (error) {
    setAside({ person, stage, reason: reasonOf(error) });
    return undefined;
  }
}

const MOST_CHARACTERS = 300;

/** An error in a sentence without CPR numbers; a syntax error quotes the text it stumbled over and is told without. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something was thrown that is no error.';
  if (error.name === 'SyntaxError') return 'SyntaxError: a text could not be parsed.';
  return maskCpr(`${error.name}: ${error.message}`).slice(0, MOST_CHARACTERS);
}
