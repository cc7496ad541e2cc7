/** A Danish calendar day as `YYYY-MM-DD`; days compare correctly as plain strings. */
export type Day = string;

export const MS_PER_DAY = 86_400_000;
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
  const years = year > 999 ? String(year) : String(year).padStart(4, '0');
  return `${years}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Whole days from 1970-01-01 to the day; negative before. */
export function dayNumber(day: Day): number {
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2);
  if (year < 100) return Math.round(new Date(`${day}T00:00:00Z`).getTime() / MS_PER_DAY);
  return Date.UTC(year, twoDigits(day, 5) - 1, twoDigits(day, 8)) / MS_PER_DAY;
}

/** Years are four digits everywhere: no day lies before the first or after the last of them. */
const FIRST_DAY = -719_528; // 0000-01-01
const LAST_DAY = 2_932_896; // 9999-12-31

/** The days people live on, each written when it is first asked for: by days since the first of them. */
const WRITTEN = new Array<Day | undefined>(110_000); // Through 2151.
const FIRST_WRITTEN = -43_829; // 1850-01-01

/**
 * The day that lies `number` days after 1970-01-01; the first or the last day of the years 0000 to 9999 for one that lies
 * beyond them.
 */
export function dayFromNumber(number: number): Day {
  const at = number - FIRST_WRITTEN;
  if (!(at >= 0 && at < WRITTEN.length)) return written(number);
  return (WRITTEN[at] ??= written(number));
}

/** By Hinnant, chrono-compatible date algorithms. */
function written(number: number): Day {
  const days = Math.min(Math.max(number, FIRST_DAY), LAST_DAY) + 719_468; // Since 0000-03-01.
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day `days` later (earlier when negative), within the years 0000 to 9999. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The day `months` calendar months later, clamped to the month's end (interface.md §3) and to the years 0000 to 9999. */
export function addMonths(day: Day, months: number): Day {
  const month = twoDigits(day, 5) - 1 + months;
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2) + Math.floor(month / 12);
  const monthOfYear = (((month % 12) + 12) % 12) + 1;
  if (year < 0 || year > 9999) return dayFromNumber(year < 0 ? FIRST_DAY : LAST_DAY);
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

/** Made when it is first asked for, which is seldom: it takes longer than a hundred modules to load. */
let copenhagen: Intl.DateTimeFormat | undefined;
const makeCopenhagen = (): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Copenhagen',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
const HOUR_MS = 3_600_000;
/** From here on summer time goes from the last Sunday of March to the last Sunday of October, at 01:00 UTC. */
const COMMON_SUMMER_TIME_YEAR = 1996;
const COMMON_SUMMER_TIME = Date.UTC(COMMON_SUMMER_TIME_YEAR, 0, 1);
const MARCH = 2;
const OCTOBER = 9;

/** Before it Danish clocks showed local mean time, and the runtime writes years without their leading noughts. */
const FIRST_YEAR_OF_FOUR_FIGURES = Date.UTC(1000, 0, 2);
const LOCAL_MEAN_TIME = 50 * 60_000;

/** The Danish calendar day of an instant (milliseconds since 1970-01-01T00:00Z), within the years 0000 to 9999. */
export function danishDay(instant: number): Day {
  if (instant < FIRST_YEAR_OF_FOUR_FIGURES) return dayFromNumber(Math.floor((instant + LOCAL_MEAN_TIME) / MS_PER_DAY));
  if (instant < COMMON_SUMMER_TIME) {
    copenhagen ??= makeCopenhagen();
    return copenhagen.format(new Date(instant)); // The rule was another every few years.
  }
  return dayFromNumber(Math.floor((instant + danishOffset(instant)) / MS_PER_DAY));
}

/** The hour of Danish clocks at an instant (0 to 23); from 1996 on. */
export const danishHour = (instant: number): number =>
  Math.floor(((instant + danishOffset(instant)) % MS_PER_DAY) / HOUR_MS);

/** How far Danish clocks are ahead of UTC at an instant since 1996, both in milliseconds (Directive 2000/84/EC). */
export function danishOffset(instant: number): number {
  return isSummerTime(instant) ? 2 * HOUR_MS : HOUR_MS;
}

function isSummerTime(instant: number): boolean {
  const date = new Date(instant);
  const month = date.getUTCMonth();
  if (month !== MARCH && month !== OCTOBER) return month > MARCH && month < OCTOBER;
  const isAfterTheTurn = instant >= lastSunday(date.getUTCFullYear(), month) + HOUR_MS;
  return isAfterTheTurn === (month === MARCH);
}

/** The beginning of the last Sunday of a month (0–11) of 31 days, in milliseconds. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31);
  return last - ((last / MS_PER_DAY + 4) % 7) * MS_PER_DAY; // 1970-01-01 was a Thursday.
}
