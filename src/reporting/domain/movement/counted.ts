import type { Day } from '../../../kernel/day';
import type { IndicatorDecision } from '../../../kernel/decision';
import type { OrganisationList } from '../../../kernel/organisation-list';
import { markOf } from '../../../counting/domain/mark';
import { isIn, reportingDayOf, type Period } from '../../../kernel/period';
import { unitIdOf, type Context, type Level, type PathwayUnits } from '../../../kernel/unit';
import { countsOf, type Counts } from './counts';

/** Which decisions a report counts, and under which units. */
export interface View {
  readonly period: Period;
  readonly level: Level;
  readonly context: Context;
  readonly organisations: OrganisationList;
  /** The day it is seen from: until its window has ended a decision is in no rate. */
  readonly asOf: Day;
}

/** One decision as a report counts it. */
export interface Counted {
  readonly indicator: string;
  readonly unit: string;
  readonly counts: Counts;
}

/** How a report counts a decision; undefined when it belongs to another period. */
export function countedIn(
  { period, level, context, organisations, asOf }: View,
  decision: IndicatorDecision,
  units: PathwayUnits,
): Counted | undefined {
  const day = reportingDayOf(decision);
  if (!isIn(period, day)) return undefined;
  const unit = unitIdOf(level, units, day, organisations, context);
  return { indicator: decision.indicator, unit, counts: countsOf(markOf(decision, asOf)) };
}
