import { holdsCpr } from '../../kernel/cpr-text';
import { KeyedCounter } from '../../counting/domain/keyed-counter';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { Exit } from '../../disclosure/domain/exit';
import { NOT_GIVEN } from './stop-reason';

/** Why patients stopped, and how many did. */
export interface DropOut {
  readonly reason: string;
  readonly count: ShownCount;
}

/** Stands for every reason that is not told by itself. */
export const OTHER_REASON = 'other';

const MOST_REASONS = 8;

/**
 * The reasons that are told by themselves: the most frequent of all, none of fewer patients than `least` (never one
 * patient's own words, nor a text with anything like a CPR number), then `other` and `not-given`.
 */
export function reasonsTold(stopped: KeyedCounter, least: number): string[] {
  const told = [...stopped.entries()]
    .filter(([reason, { count }]) => count >= least && !holdsCpr(reason))
    .sort(([a, { count: x }], [b, { count: y }]) => y - x || (a < b ? -1 : 1))
    .map(([reason]) => reason)
    .filter((reason) => reason !== NOT_GIVEN && reason !== OTHER_REASON);
  return [...told.slice(0, MOST_REASONS), OTHER_REASON, NOT_GIVEN];
}

/** How often each of some reasons was given, as it may be shown; those that are none of them are under `other`. */
export function countReasons(stopped: KeyedCounter, told: readonly string[], exit: Exit): DropOut[] {
  const counted = new KeyedCounter();
  for (const [reason, cell] of stopped.entries()) counted.add(told.includes(reason) ? reason : OTHER_REASON, cell);
  return told.map((reason) => ({ reason, count: exit.count(counted.of(reason)) })).filter(({ count }) => count !== 0);
}
