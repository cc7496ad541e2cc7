import type { IndicatorDecision } from './decision';

/** A person's decisions as numbers. */
export interface NumberedDecisions {
  /** Of the same facts, equal numbers are equal decisions. */
  readonly numbers: Uint8Array;
  /** Those that may be other than the ones that stand, all else being as it was; undefined where that is not known. */
  readonly others: readonly PlacedDecision[] | undefined;
}

/** A decision and its place among the person's, which come in the order pathway, number. */
export interface PlacedDecision {
  readonly place: number;
  readonly decision: IndicatorDecision;
}
