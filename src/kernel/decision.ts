import type { PersonKey } from './clinical-event';
import type { Day } from './day';
import type { Finding } from './finding';
import type { Organisation, Sector } from './organisation';

export type Outcome = 'met' | 'not-met' | 'unknown' | 'pending' | 'excluded' | 'not-applicable';
/** What a decision could have been, had sources in trouble reported: in the rate as met or not, or out of it; in this order. */
export const POSSIBLE_OUTCOMES = ['met', 'not-met', 'out'] as const;
export type PossibleOutcome = (typeof POSSIBLE_OUTCOMES)[number];
type TroubleReason = 'SOURCE_NOT_CONNECTED' | 'SOURCE_SILENT';
export type OutcomeReason =
  | 'UNDER_18'
  | 'OUTSIDE_DENOMINATOR'
  | 'DIED_IN_WINDOW'
  | 'EMIGRATED_IN_WINDOW'
  | TroubleReason
  | 'NO_VALUE'
  | 'VALUE_CANNOT_TELL'
  | 'NO_EVIDENCE';

/** A source that did not deliver for part of the window. */
export interface Trouble {
  readonly reason: TroubleReason;
  readonly organisation: Organisation;
  /** Days of the window, up to the as-of day, on which the source was in trouble. */
  readonly days: number;
}

/** A fact that decided, or could have. */
export interface Evidence {
  readonly source: Organisation;
  readonly event: string;
  readonly record: string;
  readonly sector: Sector;
  readonly on: Day;
  readonly what: string;
}

export type DecisionValue = Readonly<Record<string, string | number>>;

/** One indicator of one pathway as decided on a day, without the words (interface.md §3, A decision). */
export interface IndicatorDecision {
  readonly pathway: number;
  readonly indexDay: Day;
  readonly indicator: string;
  readonly number: number;
  readonly outcome: Outcome;
  readonly reason?: OutcomeReason;
  /** Present when it could not be known whether the pathway belongs to the denominator. */
  readonly denominator?: 'unknown';
  readonly trouble?: Trouble;
  /** What else missed reports could have made it, itself included; present when there is more than one (interface.md §3). */
  readonly possible?: readonly PossibleOutcome[];
  readonly provisional?: 'met' | 'not-met';
  readonly window: { readonly from: Day; readonly to: Day };
  readonly value?: DecisionValue;
  readonly decisive: readonly Evidence[];
  readonly also: readonly Evidence[];
  readonly findings: readonly Finding[];
}

/** A decision in full, as it leaves the program. */
export interface Decision extends IndicatorDecision {
  readonly cpr?: string;
  readonly person: PersonKey;
  /** Definition set and version, e.g. `dhrd-2023/2`. */
  readonly definition: string;
  readonly asOf: Day;
  readonly policy: Readonly<Record<string, string>>;
  readonly explanation: { readonly da: string; readonly en: string };
}
