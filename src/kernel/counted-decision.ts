import type { Evidence, IndicatorDecision, Trouble } from './decision';

/** A fact that decided, or could have, as far as who is credited and when it is counted depend on it. */
export type CountedEvidence = Pick<Evidence, 'source' | 'sector' | 'on'>;

type Counted = Pick<IndicatorDecision, 'reason' | 'denominator' | 'possible' | 'provisional'>;

/** What is counted of a decision; of a value only that there is one. Every decision is one. */
export interface CountedDecision extends Pick<IndicatorDecision, 'pathway' | 'indexDay' | 'indicator' | 'outcome'> {
  readonly reason?: Counted['reason'] | undefined;
  readonly denominator?: Counted['denominator'] | undefined;
  readonly trouble?: Pick<Trouble, 'reason'> | undefined;
  readonly possible?: Counted['possible'] | undefined;
  readonly provisional?: Counted['provisional'] | undefined;
  readonly window: Pick<IndicatorDecision['window'], 'to'>;
  readonly value?: object | undefined;
  readonly decisive: readonly CountedEvidence[];
  readonly also: readonly CountedEvidence[];
}
