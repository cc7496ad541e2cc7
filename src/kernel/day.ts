/** A Danish calendar day as `YYYY-MM-DD`; days compare correctly as plain strings. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number of days in a month (1–12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** True when the parts name a day that exists in the calendar, 29 February included. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** True when the text is `YYYY-MM-DD` and names a day that exists. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || !DAY_PATTERN.test(text)) return false;
  return isCalendarDay(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8));
}

/** Writes year, month (1–12) and day as a `Day`. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whole days from 1970-01-01 to the day; negative before. */
export function dayNumber(day: Day): number {
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2);
  if (year < 100) return Math.round(new Date(`${day}T00:00:00Z`).getTime() / MS_PER_DAY);
  return Date.UTC(year, twoDigits(day, 5) - 1, twoDigits(day, 8)) / MS_PER_DAY;
}

const dayTexts = new Map<number, Day>();

/** The day that lies `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  let text = dayTexts.get(number);
  if (text === undefined) {
    text = new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
    if (dayTexts.size < 100_000) dayTexts.set(number, text);
  }
  return text;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The day `months` calendar months later, clamped to the month's end (interface.md §3). */
export function addMonths(day: Day, months: number): Day {
  const month = twoDigits(day, 5) - 1 + months;
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2) + Math.floor(month / 12);
  const monthOfYear = (((month % 12) + 12) % 12) + 1;
  return dayOf(year, monthOfYear, Math.min(twoDigits(day, 8), daysInMonth(year, monthOfYear)));
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The earlier of two days. */
export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

const copenhagen = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const MS_PER_QUARTER = 900_000;
const dayByQuarter = new Map<number, Day>();

/**
 * The Danish calendar day of an instant (milliseconds since 1970-01-01T00:00Z).
 * Danish offsets are whole quarters of an hour since 1894, so one look-up per quarter is exact and cached.
 */
export function danishDay(instant: number): Day {
  const quarter = Math.floor(instant / MS_PER_QUARTER);
  let day = dayByQuarter.get(quarter);
  if (day === undefined) {
    day = copenhagen.format(new Date(quarter * MS_PER_QUARTER));
    if (dayByQuarter.size > 200_000) dayByQuarter.clear();
    dayByQuarter.set(quarter, day);
  }
  return day;
}
