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

/** Counts of disjoint parts that the bounds are sums of, so that no two of them count the same people. */
export const CERTAINTY_COUNTS = [
  // Nothing but met, or but not met, whatever the sources in trouble would have reported.
  'leastMet',
  'leastNotMet',
  // Met or not met, and perhaps out of the rate; met or out; not met or out.
  'uncertain',
  'perhapsMet',
  'perhapsNotMet',
] as const;
export type CertaintyCounts = Readonly<Record<(typeof CERTAINTY_COUNTS)[number], number>>;

/** The part a decision of a mark is counted in; undefined when it is certainly out of the rate. */
export function certaintyOf(mark: Pick<Mark, 'outcome' | 'possible'>): keyof CertaintyCounts | undefined {
  const possible = possibleOf(mark);
  const [met, notMet] = [possible.includes('met'), possible.includes('not-met')];
  if (met && notMet) return 'uncertain';
  if (met) return possible.length === 1 ? 'leastMet' : 'perhapsMet';
  if (notMet) return possible.length === 1 ? 'leastNotMet' : 'perhapsNotMet';
  return undefined;
}

/**
 * The least and the most of what was counted (interface.md §3): below a decision is not met where it could be, else
 * out, else met; above it is met where it could be, else out, else not met.
 */
export function boundCountsOf(counts: CertaintyCounts): BoundCounts {
  const { leastMet, leastNotMet, uncertain, perhapsMet, perhapsNotMet } = counts;
  return {
    leastMet,
    mostMet: leastMet + uncertain + perhapsMet,
    leastNotMet,
    mostNotMet: leastNotMet + uncertain + perhapsNotMet,
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
