import type { PersonKey } from './clinical-event';
import type { Day } from './day';
import type { IndicatorDecision } from './decision';

/** Why decisions were made anew. */
export const DECISION_CAUSES = ['facts', 'deadline', 'feed', 'definition', 'numbers'] as const;
export type DecisionCause = (typeof DECISION_CAUSES)[number];

/** A decision of which a change tells not every fact, and how long its lists are in full. */
export interface ShortenedDecision {
  readonly pathway: number;
  readonly indicator: string;
  readonly also: number;
  readonly findings: number;
}

/** Message of topic `decisions`: what a person's new decisions change. */
export interface DecisionChanged {
  readonly person: PersonKey;
  readonly asOf: Day;
  readonly definition: string;
  readonly policy: Readonly<Record<string, string>>;
  readonly cause: DecisionCause;
  /** Of each a bounded number of facts. */
  readonly decisions: readonly IndicatorDecision[];
  /** Those of which not every fact is told; absent when there is none. */
  readonly shortened?: readonly ShortenedDecision[];
  readonly withdrawn: readonly { readonly pathway: number; readonly indicator: string }[];
}
