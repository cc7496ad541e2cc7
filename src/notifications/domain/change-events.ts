import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Decision, IndicatorDecision } from '../../kernel/decision';
import type { DecisionChanged } from '../../kernel/decision-change';
import { digestOfJson } from '../../kernel/digest';
import type { WebhookOrder } from '../../ports/webhook-book';
import { changedEvent, withdrawnEvent, type DecisionEvent } from './cloud-event';

/** A change where it stands in the feed. */
export interface PlacedChange {
  readonly lane: number;
  readonly offset: number;
  readonly change: DecisionChanged;
}

/** What a webhook wants of a change, beside whom it may see. */
export interface Wanted extends Pick<WebhookOrder, 'indicators' | 'causes'> {
  readonly fromDay?: Day | undefined;
  /** Whether a pathway of the person is of the unit that is asked for. */
  readonly isOfUnit: (person: PersonKey, pathway: number) => boolean;
}

/** How events are made of decisions. */
export interface Writing {
  /** The CloudEvents source. */
  readonly source: string;
  /** A decision in full (interface.md §3), without a CPR number. */
  readonly write: (decision: IndicatorDecision, change: DecisionChanged) => Decision;
}

/** The events of a change that a webhook wants, in the order the change tells them: what is no more comes first. */
export function eventsOfChange(placed: PlacedChange, wanted: Wanted, writing: Writing): DecisionEvent[] {
  const { change } = placed;
  const { person, asOf, cause, definition } = change;
  if (wanted.fromDay !== undefined && asOf < wanted.fromDay) return [];
  // What is no more is told whatever made it so: whoever missed it would believe in it for ever.
  const isWanted = ({ indicator }: { readonly indicator: string }): boolean =>
    wanted.indicators?.includes(indicator) ?? true;
  const withdrawn = change.withdrawn.filter(isWanted).map((one) => {
    return withdrawnEvent(aboutOf(placed, writing, one), { person, ...one, definition, asOf });
  });
  if (wanted.causes?.includes(cause) === false) return withdrawn;
  const decided = change.decisions
    .filter((one) => isWanted(one) && wanted.isOfUnit(person, one.pathway))
    .map((one) => changedEvent(aboutOf(placed, writing, one), writing.write(one, change), isShortened(change, one)));
  return [...withdrawn, ...decided];
}

/** The id is made of where the change stands and what it says: of another log the same place is another event. */
function aboutOf({ lane, offset, change }: PlacedChange, { source }: Writing, item: object) {
  const { person, asOf, definition, policy, cause } = change;
  const id = `d_${digestOfJson([lane, offset, person, asOf, definition, policy, cause, item])}`;
  return { id, source, offset, cause };
}

const isShortened = (
  { shortened = [] }: DecisionChanged,
  decision: { readonly pathway: number; readonly indicator: string },
): boolean =>
  shortened.some(({ pathway, indicator }) => pathway === decision.pathway && indicator === decision.indicator);
