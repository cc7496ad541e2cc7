import { addDays, type Day } from '../../kernel/day';
import { parsePeriod, PERIOD_KINDS, periodsBetween, type Period } from '../../kernel/period';

/** How time is divided; `reporting`: the database's own periods, calendar years from 2023 on (domain.md §3). */
export const PERIOD_STEPS = [...PERIOD_KINDS, 'reporting'] as const;
export type PeriodStep = (typeof PERIOD_STEPS)[number];

const FIRST_CALENDAR_YEAR = 2023;

/** The periods of a step that lie wholly or partly in a range of days, in their order. */
export function stepsBetween(step: PeriodStep, from: Day, to: Day): Period[] {
  if (step !== 'reporting') return periodsBetween(from, to, step);
  const periods: Period[] = [];
  for (let next = reportingPeriodAround(from); next.from <= to; next = reportingPeriodAround(addDays(next.to, 1))) {
    periods.push(next);
  }
  return periods;
}

/** The registry's own period a day lies in; before the first one, years from June to May. */
function reportingPeriodAround(day: Day): Period {
  const year = Number(day.slice(0, 4));
  if (year >= FIRST_CALENDAR_YEAR) return named(String(year));
  if (day >= '2022-06-01') return named('2022-bridging');
  const start = day.slice(5) >= '06-01' ? year : year - 1;
  return named(`${yearText(start)}-06-01..${yearText(start + 1)}-05-31`);
}

const yearText = (year: number): string => String(year).padStart(4, '0');

function named(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new Error(`There is no period ${text}.`);
  return period;
}
