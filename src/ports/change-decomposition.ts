import type { PersonKey } from '../kernel/clinical-event';
import type { Day } from '../kernel/day';
import type { IndicatorDecision } from '../kernel/decision';
import type { DefinitionSet } from '../kernel/definition';
import type { Organisation } from '../kernel/organisation';

/** Everything a decision depends on beside the events themselves. */
export interface DecisionViewpoint {
  readonly asOf: Day;
  /** Only what was received by then (milliseconds). */
  readonly knownAt: number;
  readonly set: DefinitionSet;
  readonly policy: Readonly<Record<string, string>>;
}

/** What changes between two steps; each step is exactly one of these. */
export type ChangeCause =
  'passing-time' | 'late-events' | 'corrections' | 'retractions' | 'feed-status' | 'definitions';

/** A person as decided at a step. */
export interface DecidedPerson {
  /** The keys of all the person's numbers. */
  readonly numbers: readonly PersonKey[];
  readonly decisions: readonly IndicatorDecision[];
  /** The organisations each pathway is counted under, by pathway number minus one. */
  readonly units: readonly { readonly hospital: Organisation; readonly municipality?: Organisation }[];
}

/** Where one step leads; a step that changes nothing of what these persons are decided from leaves the same array. */
export interface Step {
  readonly cause: ChangeCause;
  readonly persons: readonly DecidedPerson[];
}

/** Persons whose numbers or registrations are bound together, on the way from one viewpoint to another. */
export interface DecomposedChange {
  readonly start: readonly DecidedPerson[];
  readonly steps: readonly Step[];
}

/**
 * Everyone's decisions on the way from one viewpoint to another, one thing changing at a time.
 *
 * Time passes first, with what was known at the start: the as-of day changes. Then what was received between the two
 * moments is added. A registration of which nothing was known at the earlier moment comes with the late events,
 * whatever has become of it since; one that was known comes with the retractions when it is retracted at the later
 * moment, else with the corrections. Then the feed statuses change, then definitions and policy.
 *
 * Promises: the start and the last step are what `DecisionSource` gives from either viewpoint; everyone with a
 * pathway at any step comes once, in bounded pages, in no particular order.
 */
export abstract class ChangeDecomposition {
  /** The second viewpoint knows at least as much as the first. */
  abstract between(from: DecisionViewpoint, to: DecisionViewpoint): AsyncIterable<readonly DecomposedChange[]>;
}
