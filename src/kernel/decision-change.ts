import type { PersonKey } from './clinical-event';
import type { Day } from './day';
import type { IndicatorDecision } from './decision';

/** Why decisions were made anew. */
export type DecisionCause = 'facts' | 'deadline' | 'feed' | 'definition' | 'numbers';

/** Message of topic `decisions`: what a person's new decisions change. */
export interface DecisionChanged {
  readonly person: PersonKey;
  readonly asOf: Day;
  readonly definition: string;
  readonly policy: Readonly<Record<string, string>>;
  readonly cause: DecisionCause;
  readonly decisions: readonly IndicatorDecision[];
  readonly withdrawn: readonly { readonly pathway: number; readonly indicator: string }[];
}
