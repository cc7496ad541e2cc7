import type { PersonKey } from '../../kernel/clinical-event';
import type { Decision } from '../../kernel/decision';
import type { DecisionCause } from '../../kernel/decision-change';

const SCHEMAS = 'https://rehabspor.dk/contracts/';

/** A decision that is no more, since its pathway is none any more. */
export interface WithdrawnDecision {
  readonly person: PersonKey;
  readonly pathway: number;
  readonly indicator: string;
  readonly definition: string;
  readonly asOf: string;
}

/**
 * A changed decision as a CloudEvent (CloudEvents 1.0.2, "Context attributes"), with the documented extensions
 * `partitionkey` and `sequence`; `cause` and `shortened` are ours.
 */
export interface DecisionEvent {
  readonly specversion: '1.0';
  /** The same whenever the same change is sent, so that it is known again. */
  readonly id: string;
  readonly source: string;
  readonly type: 'dk.rehabspor.decision.changed.v1' | 'dk.rehabspor.decision.withdrawn.v1';
  /** `person/pathway/indicator`. */
  readonly subject: string;
  /** The beginning of the day decided on, as far as it is known when. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  /** The person: within it events come in order. */
  readonly partitionkey: PersonKey;
  /** Greater, by code point, of a later change of the same person. */
  readonly sequence: string;
  readonly cause: DecisionCause;
  /** Of a decision with more facts or findings than `data` tells. */
  readonly shortened?: true;
  readonly data: Decision | WithdrawnDecision;
}

/** Where a change stands, and what it is about. */
interface About {
  readonly id: string;
  readonly source: string;
  readonly offset: number;
  readonly cause: DecisionCause;
}

/** Wide enough for every offset, and no number of ten digits. */
const DIGITS = 16;

/** The event of a changed decision. */
export function changedEvent(about: About, data: Decision, isShortened: boolean): DecisionEvent {
  const event = eventOf(about, 'dk.rehabspor.decision.changed.v1', 'decision', data);
  return isShortened ? { ...event, shortened: true, data } : event;
}

/** The event of a decision that is no more. */
export const withdrawnEvent = (about: About, data: WithdrawnDecision): DecisionEvent =>
  eventOf(about, 'dk.rehabspor.decision.withdrawn.v1', 'decision-withdrawn', data);

function eventOf(
  { id, source, offset, cause }: About,
  type: DecisionEvent['type'],
  schema: string,
  data: DecisionEvent['data'],
): DecisionEvent {
  const { person, pathway, indicator, asOf } = data;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: `${person}/${pathway}/${indicator}`,
    time: `${asOf}T00:00:00Z`,
    datacontenttype: 'application/json',
    dataschema: `${SCHEMAS}${schema}.schema.json`,
    partitionkey: person,
    sequence: String(offset).padStart(DIGITS, '0'),
    cause,
    data,
  };
}
