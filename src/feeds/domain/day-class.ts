import { isDanishHoliday } from '../../kernel/danish-holidays';
import { addDays, dayFromNumber } from '../../kernel/day';

/** The kinds of days that deliveries differ by: Monday (0) to Sunday (6), and days off (7). */
export const DAY_CLASSES = 8;
export const SUNDAY = 6;
export const DAY_OFF = 7;

/** Known classes plus one, by days since 1970-01-01; days outside are worked out each time. */
const known = new Uint8Array(60_000);

/** The class of a day, given as days since 1970-01-01. */
export function dayClass(number: number): number {
  const before = known[number];
  if (before !== undefined && before > 0) return before - 1;
  const found = isDayOff(number) ? DAY_OFF : weekday(number);
  known[number] = found + 1;
  return found;
}

/** Monday (0) to Sunday (6), days off too; 1970-01-01 was a Thursday. */
export const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** Holidays, the days between Christmas and New Year, and the Friday after Ascension Day, which many take off. */
function isDayOff(number: number): boolean {
  const day = dayFromNumber(number);
  if (isDanishHoliday(day)) return true;
  const date = day.slice(5);
  if (date >= '12-27' && date <= '12-30') return true;
  const before = addDays(day, -1);
  return weekday(number) === 4 && date >= '05-01' && date < '06-05' && isDanishHoliday(before);
}
