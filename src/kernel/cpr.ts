import { dayOf, isCalendarDay, type Day } from './day';

/** A CPR number as ten digits with the date of birth it states. */
export interface Cpr {
  readonly digits: string;
  readonly born: Day;
}

const CPR_PATTERN = /^\d{6}-?\d{4}$/;

/** The century a CPR's seventh digit and two-digit year stand for (domain.md §6). */
function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

/**
 * Reads `DDMMYYSSSS` or `DDMMYY-SSSS`; undefined when it is not ten digits or no calendar day in its century.
 * Modulus 11 is never asked: numbers that fail it are valid since 2007 (domain.md §6).
 */
export function readCpr(text: string): Cpr | undefined {
  if (!CPR_PATTERN.test(text)) return undefined;
  const digits = text.length === 11 ? text.slice(0, 6) + text.slice(7) : text;
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const twoDigitYear = Number(digits.slice(4, 6));
  const year = centuryOf(digits.charCodeAt(6) - 48, twoDigitYear) + twoDigitYear;
  return isCalendarDay(year, month, day) ? { digits, born: dayOf(year, month, day) } : undefined;
}
