import type { Day } from '../../../kernel/day';
import type { IndicatorDecision } from '../../../kernel/decision';
import type { Fact, Pathway } from '../../../kernel/pathway';
import type { Journey } from '../../../kernel/journey';

/** A pathway of a person who goes by a project's name. */
export interface PathwayRow {
  readonly person: string;
  readonly pathway: Pathway;
  readonly born: Day;
  /** By the as-of day. */
  readonly departed: Journey['departed'];
}

/** A fact of a pathway; `number` counts from 1 within it. */
export interface FactRow {
  readonly person: string;
  readonly pathway: number;
  readonly number: number;
  readonly fact: Fact;
}

export interface DecisionRow {
  readonly person: string;
  readonly decision: IndicatorDecision;
  /** Definition set and version. */
  readonly definition: string;
}
