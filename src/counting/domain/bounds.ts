import type { PossibleOutcome } from '../../kernel/decision';
import type { Mark } from './mark';
import { percentOf } from './percent';

/** How many are met and not met at least and at most, whatever the sources in trouble would have reported. */
export interface BoundCounts {
  readonly leastMet: number;
  readonly mostMet: number;
  readonly leastNotMet: number;
  readonly mostNotMet: number;
}

/** The least and the greatest rate that reports of the sources in trouble could have led to, in percent. */
export interface Bounds extends BoundCounts {
  /** Of the least met and the most not met; null where nobody need be in the rate. */
  readonly lower: number | null;
  /** Of the most met and the least not met; null where nobody need be in the rate. */
  readonly upper: number | null;
}

export const BOUND_COUNTS = [
  'leastMet',
  'mostMet',
  'leastNotMet',
  'mostNotMet',
] as const satisfies readonly (keyof BoundCounts)[];

const MET: readonly PossibleOutcome[] = ['met'];
const NOT_MET: readonly PossibleOutcome[] = ['not-met'];
const OUT: readonly PossibleOutcome[] = ['out'];

/** What a decision of a mark could be: its `possible`, else its outcome. */
export function possibleOf({ outcome, possible }: Pick<Mark, 'outcome' | 'possible'>): readonly PossibleOutcome[] {
  return possible ?? (outcome === 'met' ? MET : outcome === 'not-met' ? NOT_MET : OUT);
}

/**
 * What one decision counts as in the bounds (interface.md §3): below it is not met where it could be, else out, else
 * met; above it is met where it could be, else out, else not met.
 */
export function boundCountsOf(mark: Pick<Mark, 'outcome' | 'possible'>): BoundCounts {
  const possible = possibleOf(mark);
  const [met, notMet] = [possible.includes('met'), possible.includes('not-met')];
  return {
    leastMet: Number(met && possible.length === 1),
    mostMet: Number(met),
    leastNotMet: Number(notMet && possible.length === 1),
    mostNotMet: Number(notMet),
  };
}

/** The bounds of what was counted. */
export function boundsOf({ leastMet, mostMet, leastNotMet, mostNotMet }: BoundCounts): Bounds {
  return {
    lower: percentOf(leastMet, leastMet + mostNotMet),
    upper: percentOf(mostMet, mostMet + leastNotMet),
    leastMet,
    mostMet,
    leastNotMet,
    mostNotMet,
  };
}
