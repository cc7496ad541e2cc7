import type { Outcome } from '../../kernel/decision';
import type { Mark } from './mark';

/** What decisions are counted as; each as exactly one, so that they add up to everyone. */
export type CountedAs = Outcome | 'met-so-far';

/**
 * What a decision is counted as: its outcome once its window has ended. Until then whoever is met is met so far and
 * everyone else pending; excluded and not applicable are so at once.
 */
export function countedAs({ outcome, isOpen }: Pick<Mark, 'outcome' | 'isOpen'>): CountedAs {
  if (!isOpen || outcome === 'excluded' || outcome === 'not-applicable') return outcome;
  return outcome === 'met' ? 'met-so-far' : 'pending';
}

/** Whether a decision is one of a rate, or would be if anybody knew. */
export function isDecidedOrUnknown(mark: Pick<Mark, 'outcome' | 'isOpen'>): boolean {
  return ['met', 'not-met', 'unknown'].includes(countedAs(mark));
}
