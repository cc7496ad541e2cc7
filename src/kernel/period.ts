import type { CountedDecision } from './counted-decision';
import { addDays, dayOf, daysBetween, daysInMonth, isDay, type Day } from './day';
import { both, type Bilingual } from './language';
import { monthText } from './localised';
import { PERIOD_WORDS } from './words/shared';

/** A stretch of days a report is about, both ends included; the same days always have the same name. */
export interface Period {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** The ways to write a period, for help and errors. */
export const PERIOD_FORMS =
  'a calendar year (2023), quarter (2023Q1), tertial (2023T1), month (2023-05), the reporting year 2021/22, ' +
  '2022-bridging (June to December 2022), FROM..TO as days (2023-01-01..2023-06-30), or all';

const ALL: Period = { name: 'all', from: '0001-01-01', to: '9999-12-31' };
/** The database's periods before it went over to calendar years (domain.md §3). */
const BRIDGING: Period = { name: '2022-bridging', from: '2022-06-01', to: '2022-12-31' };
const HISTORICAL: readonly Period[] = [{ name: '2021/22', from: '2021-06-01', to: '2022-05-31' }, BRIDGING];

/** Reads a period in any of `PERIOD_FORMS`; undefined when it is none of them. */
export function parsePeriod(text: string): Period | undefined {
  const named = [ALL, ...HISTORICAL].find(({ name }) => name === text);
  if (named !== undefined) return named;
  const [, year, mark, number] = /^(\d{4})(?:(Q|T|-)(\d{1,2}))?$/.exec(text) ?? [];
  if (year !== undefined) return partOfYear(Number(year), mark, number);
  const [from = '', to = '', ...rest] = text.split('..');
  if (rest.length > 0 || !isDay(from) || !isDay(to) || from > to) return undefined;
  return { name: nameOf(from, to), from, to };
}

function partOfYear(year: number, mark: string | undefined, number: string | undefined): Period | undefined {
  if (year === 0) return undefined;
  if (mark === undefined || number === undefined) return monthsOf(String(year).padStart(4, '0'), year, 1, 12);
  const part = Number(number);
  const length = mark === 'Q' ? 3 : mark === 'T' ? 4 : 1;
  const digits = mark === '-' ? 2 : 1;
  if (number.length !== digits || part < 1 || part > 12 / length) return undefined;
  return monthsOf(`${String(year).padStart(4, '0')}${mark}${number}`, year, (part - 1) * length + 1, part * length);
}

function monthsOf(name: string, year: number, first: number, last: number): Period {
  return { name, from: dayOf(year, first, 1), to: dayOf(year, last, daysInMonth(year, last)) };
}

/** The shortest name of a range of days. */
function nameOf(from: Day, to: Day): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  const candidates = [
    year,
    ...[1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`),
    ...[1, 2, 3].map((tertial) => `${year}T${tertial}`),
    `${year}-${String(month).padStart(2, '0')}`,
  ].map((name) => parsePeriod(name));
  const same = [ALL, ...HISTORICAL, ...candidates].find((period) => period?.from === from && period.to === to);
  return same?.name ?? `${from}..${to}`;
}

/**
 * The period a report compares itself with: the year, quarter, tertial or month before; before 2023 the bridging
 * period, before that the reporting year 2021/22; of any other range the days just before it, as many. None before all
 * time or before the first historical period.
 */
export function periodBefore(period: Period): Period | undefined {
  if (period.name === 'all' || period.name === HISTORICAL[0]?.name) return undefined;
  if (period.name === '2022-bridging') return HISTORICAL[0];
  if (period.name === '2023') return HISTORICAL[1];
  const last = addDays(period.from, -1);
  const year = Number(last.slice(0, 4));
  const month = Number(last.slice(5, 7));
  const [, mark] = /^\d{4}(Q|T|-)?/.exec(period.name) ?? [];
  if (period.name.includes('..')) {
    const from = addDays(last, -daysBetween(period.from, period.to));
    return { name: nameOf(from, last), from, to: last };
  }
  const length = mark === 'Q' ? 3 : mark === 'T' ? 4 : mark === '-' ? 1 : 12;
  const from = dayOf(year, month - length + 1, 1);
  return { name: nameOf(from, last), from, to: last };
}

/** The months, quarters, tertials or years that lie wholly or partly in a range of days, in their order. */
export function periodsBetween(from: Day, to: Day, by: PeriodKind): Period[] {
  const months = MONTHS_IN[by];
  const periods: Period[] = [];
  const first = Math.floor((Number(from.slice(5, 7)) - 1) / months) * months + 1;
  for (let year = Number(from.slice(0, 4)), month = first; ; month += months) {
    if (month > 12) [year, month] = [year + 1, 1];
    const start = dayOf(year, month, 1);
    if (start > to || year > 9999) return periods;
    const end = dayOf(year, month + months - 1, daysInMonth(year, month + months - 1));
    periods.push({ name: nameOf(start, end), from: start, to: end });
  }
}

export const PERIOD_KINDS = ['month', 'quarter', 'tertial', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
const MONTHS_IN: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, tertial: 4, year: 12 };

/** True when the day lies in the period. */
export function isIn(period: Period, day: Day): boolean {
  return period.from <= day && day <= period.to;
}

/** The period as people say it. */
export function periodTitle({ name, from, to }: Period): Bilingual {
  if (name === 'all' || name === '2021/22' || name === '2022-bridging') return PERIOD_WORDS[name];
  const [, year, mark, number] = PART_OF_YEAR.exec(name) ?? [];
  if (year !== undefined && number !== undefined) {
    return (mark === 'Q' ? PERIOD_WORDS.quarter : PERIOD_WORDS.tertial)({ number, year });
  }
  const month = monthOf(name);
  if (month !== undefined) return monthText(month, name.slice(0, 4));
  return name.includes('..') ? PERIOD_WORDS.range({ from, to }) : both(name, name);
}

/** The period as it is said where there is little room, as along an axis: `sep. 2023`, `3. kvt. 2023`. */
export function periodShortTitle(period: Period): Bilingual {
  const { name } = period;
  const month = monthOf(name);
  if (month !== undefined) return monthText(month, name.slice(0, 4), 'short');
  const [, year, mark, number] = PART_OF_YEAR.exec(name) ?? [];
  if (year !== undefined && number !== undefined) {
    return (mark === 'Q' ? PERIOD_WORDS.quarterShort : PERIOD_WORDS.tertialShort)({ number, year });
  }
  return name === '2022-bridging'
    ? PERIOD_WORDS.bridgingShort
    : name === '2021/22'
      ? both(name, name)
      : periodTitle(period);
}

const PART_OF_YEAR = /^(\d{4})([QT])(\d)$/;
const monthOf = (name: string): number | undefined => (/^\d{4}-\d{2}$/.test(name) ? Number(name.slice(5)) : undefined);

/**
 * The day by which a decision belongs to a period: the pathway's index day, for every indicator, so that one table
 * speaks of the same patients (interface.md §3, Rates).
 *
 * One exception (R23): a pathway that began before 2022-06-01 and whose value is dated 2022-06-01..2022-12-31 belongs,
 * for that indicator, to the bridging period, by the day of its value (the end test, the end form).
 */
export function reportingDayOf({ indexDay, value, decisive }: CountedDecision): Day {
  if (value === undefined || indexDay >= BRIDGING.from) return indexDay;
  const on = decisive.at(-1)?.on;
  return on !== undefined && isIn(BRIDGING, on) ? on : indexDay;
}
