import { dayFromNumber, dayNumber } from '../kernel/day';

/**
 * Moments here are whole seconds: `local` ones count Danish wall-clock seconds since 1970-01-01T00:00, `utc` ones those
 * of UTC. Nothing is recorded at night, so the hours that summer time skips or repeats never occur.
 */
export const SECONDS_PER_DAY = 86_400;

/** The last Sunday of a month, as a day number (1970-01-01 was a Thursday). */
function lastSunday(lastDayOfMonth: number): number {
  return lastDayOfMonth - ((lastDayOfMonth + 4) % 7);
}

/** True when daytime of the day is on summer time: last Sunday of March up to the last Sunday of October. */
function isSummerTime(day: number): boolean {
  const year = dayFromNumber(day).slice(0, 4);
  return day >= lastSunday(dayNumber(`${year}-03-31`)) && day < lastSunday(dayNumber(`${year}-10-31`));
}

/** The UTC second of a Danish wall-clock second in daytime. */
export function utcOf(local: number): number {
  return local - (isSummerTime(Math.floor(local / SECONDS_PER_DAY)) ? 7200 : 3600);
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function clock(secondOfDay: number): string {
  const minute = Math.floor(secondOfDay / 60);
  return `${twoDigits[Math.floor(minute / 60)]}:${twoDigits[minute % 60]}:${twoDigits[secondOfDay % 60]}`;
}

/** A Danish wall-clock second as RFC 3339 with the offset of its day. */
export function localText(local: number): string {
  const day = Math.floor(local / SECONDS_PER_DAY);
  return `${dayFromNumber(day)}T${clock(local % SECONDS_PER_DAY)}${isSummerTime(day) ? '+02:00' : '+01:00'}`;
}

/** A UTC day and second of that day as RFC 3339. */
export function utcText(day: number, secondOfDay: number): string {
  return `${dayFromNumber(day)}T${clock(secondOfDay)}Z`;
}
