import { addDays, daysBetween, isDay, type Day } from '../../kernel/day';
import { parsePeriod } from '../../kernel/period';
import type { PeriodStep } from '../../counting/domain/period-sequence';
import type { BaselineChoice } from './control-chart';

/** How an end of a series may be written. */
export const END_FORMS = 'a day (2023-01-01) or a period (2023, 2023Q1, 2023T1, 2023-05)';
/** How a baseline may be written. */
export const BASELINE_FORMS =
  'how many of the first periods (2 to 120), or a period such as 2022 or 2021-06-01..2022-05-31';

export const DEFAULT_BASELINE: BaselineChoice = { first: 12 };
const LEAST_BASELINE = 2;
const MOST_BASELINE = 120;

/** So many periods a chart has at most. */
export const MOST_PERIODS = 360;
const LEAST_DAYS: Readonly<Record<PeriodStep, number>> = {
  month: 28,
  quarter: 90,
  tertial: 120,
  year: 365,
  reporting: 214,
};

/** The day or the first day of the period that is written; undefined when it is neither. */
export function firstDayOf(text: string): Day | undefined {
  return isDay(text) ? text : parsePeriod(text)?.from;
}

/** The day or the last day of the period that is written; undefined when it is neither. */
export function lastDayOf(text: string): Day | undefined {
  return isDay(text) ? text : parsePeriod(text)?.to;
}

/** The baseline that is written, or undefined when it is none. */
export function parseBaseline(text: string): BaselineChoice | undefined {
  if (/^\d{1,3}$/.test(text)) {
    const first = Number(text);
    return first >= LEAST_BASELINE && first <= MOST_BASELINE ? { first } : undefined;
  }
  const within = parsePeriod(text);
  return within === undefined || within.name === 'all' ? undefined : { within };
}

/** True when a series of a step over these days would have more periods than a chart can show. */
export function isTooLong(by: PeriodStep, from: Day, to: Day): boolean {
  return daysBetween(from, to) > LEAST_DAYS[by] * MOST_PERIODS;
}

/** The day itself where all periods up to another fit into a chart, else a day from which the latest do. */
export function latestShown(by: PeriodStep, from: Day, to: Day): Day {
  return isTooLong(by, from, to) ? addDays(to, -LEAST_DAYS[by] * MOST_PERIODS) : from;
}
