import type { Evidence, IndicatorDecision, Trouble } from './decision';

/** A fact that decided, or could have, as far as who is credited and when it is counted depend on it. */
export type CountedEvidence = Pick<Evidence, 'source' | 'sector' | 'on'>;

/** What is counted of a decision; of a value only that there is one. Every decision is one. */
export interface CountedDecision extends Pick<
  IndicatorDecision,
  'pathway' | 'indexDay' | 'indicator' | 'outcome' | 'reason' | 'denominator' | 'possible' | 'provisional'
> {
  readonly trouble?: Pick<Trouble, 'reason'>;
  readonly window: Pick<IndicatorDecision['window'], 'to'>;
  readonly value?: object;
  readonly decisive: readonly CountedEvidence[];
  readonly also: readonly CountedEvidence[];
}
