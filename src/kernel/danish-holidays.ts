import { dayOf, daysBetween, type Day } from './day';

/** Days from Easter Sunday to the holidays that move with it; Store bededag apart. */
const AROUND_EASTER: ReadonlySet<number> = new Set([-3, -2, 0, 1, 39, 49, 50]);
/** Store bededag, the fourth Friday after Easter, was a holiday through 2023. */
const GREAT_PRAYER_DAY = 26;
const LAST_GREAT_PRAYER_DAY_YEAR = 2023;
/** New Year’s Day, Constitution Day (most are off), Christmas Eve to the second day of Christmas, New Year’s Eve. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '06-05', '12-24', '12-25', '12-26', '12-31']);

/** Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** True on Danish public holidays and on the days beside them on which hardly anybody is at work (24 and 31 December, 5 June). */
export function isDanishHoliday(day: Day): boolean {
  if (FIXED.has(day.slice(5))) return true;
  const year = Number(day.slice(0, 4));
  const sinceEaster = daysBetween(easterSunday(year), day);
  return AROUND_EASTER.has(sinceEaster) || (sinceEaster === GREAT_PRAYER_DAY && year <= LAST_GREAT_PRAYER_DAY_YEAR);
}
