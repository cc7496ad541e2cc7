import type { PersonKey } from '../kernel/clinical-event';
import type { Day } from '../kernel/day';
import type { IndicatorDecision } from '../kernel/decision';
import type { DefinitionSet } from '../kernel/definition';
import type { Organisation } from '../kernel/organisation';

/** Everything a decision depends on beside the events themselves. */
export interface Standpoint {
  readonly asOf: Day;
  /** Only what was received by then (milliseconds). */
  readonly knownAt: number;
  readonly set: DefinitionSet;
  readonly policy: Readonly<Record<string, string>>;
}

/** What changes between two stops; each step is exactly one of these. */
export type Step = 'passing-time' | 'late-events' | 'corrections' | 'retractions' | 'feed-status' | 'definitions';

/** A person as decided at a stop. */
export interface PassingPerson {
  /** The keys of all the person's numbers. */
  readonly numbers: readonly PersonKey[];
  readonly decisions: readonly IndicatorDecision[];
  /** The organisations each pathway is counted under, by pathway number minus one. */
  readonly units: readonly { readonly hospital: Organisation; readonly municipality?: Organisation }[];
}

/** Where one step leads; a step that changes nothing of what these persons are decided from leaves the same array. */
export interface Stop {
  readonly step: Step;
  readonly persons: readonly PassingPerson[];
}

/** Persons whose numbers or registrations are bound together, on the way from one standpoint to another. */
export interface Passage {
  readonly start: readonly PassingPerson[];
  readonly stops: readonly Stop[];
}

/**
 * Everyone's decisions on the way from one standpoint to another, one thing changing at a time.
 *
 * Time passes first, with what was known at the start: the as-of day changes. Then what was received between the two
 * moments is added. A registration of which nothing was known at the earlier moment comes with the late events,
 * whatever has become of it since; one that was known comes with the retractions when it is retracted at the later
 * moment, else with the corrections. Then the feed statuses change, then definitions and policy.
 *
 * Promises: the start and the last stop are what `DecisionSource` gives from either standpoint; everyone with a
 * pathway at any stop comes once, in bounded pages, in no particular order.
 */
export abstract class DecisionPassages {
  /** The second standpoint knows at least as much as the first. */
  abstract between(from: Standpoint, to: Standpoint): AsyncIterable<readonly Passage[]>;
}
