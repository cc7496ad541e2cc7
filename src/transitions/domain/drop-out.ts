import { holdsCpr } from '../../kernel/cpr-text';
import { NOT_GIVEN, type DropOut } from './tally';

/** Stands for every reason that is not told by itself. */
export const OTHER_REASON = 'other';

const MOST_REASONS = 8;

/**
 * The reasons that are told by themselves: the most frequent of all, none of fewer patients than `threshold` (and never
 * one patient's own words, nor a text with anything like a CPR number), then `other` and `not-given`.
 */
export function reasonsTold(dropOut: readonly DropOut[], threshold: number): string[] {
  const told = dropOut
    .filter(({ reason, count }) => count >= Math.max(2, threshold) && !holdsCpr(reason))
    .map(({ reason }) => reason)
    .filter((reason) => reason !== NOT_GIVEN && reason !== OTHER_REASON);
  return [...told.slice(0, MOST_REASONS), OTHER_REASON, NOT_GIVEN];
}

/** How often each of some reasons was given; those that are none of them are under `other`. */
export function countReasons(dropOut: readonly DropOut[], told: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map(told.map((reason) => [reason, 0]));
  for (const { reason, count } of dropOut) {
    const name = counts.has(reason) ? reason : OTHER_REASON;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}
