import { danishOffset, dayFromNumber } from '../kernel/day';

/**
 * Moments here are whole seconds: `local` ones count Danish wall-clock seconds since 1970-01-01T00:00, `utc` ones those
 * of UTC. Nothing is recorded at night, so the hours that summer time skips or repeats never occur.
 */
export const SECONDS_PER_DAY = 86_400;
const NOON = SECONDS_PER_DAY / 2;

/** Hours that Danish daytime of a day is ahead of UTC. */
const hoursAhead = (day: number): number => danishOffset((day * SECONDS_PER_DAY + NOON) * 1000) / 3_600_000;

/** The UTC second of a Danish wall-clock second in daytime. */
export function utcOf(local: number): number {
  return local - hoursAhead(Math.floor(local / SECONDS_PER_DAY)) * 3600;
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function clock(secondOfDay: number): string {
  const minute = Math.floor(secondOfDay / 60);
  return `${twoDigits[Math.floor(minute / 60)]}:${twoDigits[minute % 60]}:${twoDigits[secondOfDay % 60]}`;
}

/** A Danish wall-clock second as RFC 3339 with the offset of its day. */
export function localText(local: number): string {
  const day = Math.floor(local / SECONDS_PER_DAY);
  return `${dayFromNumber(day)}T${clock(local % SECONDS_PER_DAY)}+0${hoursAhead(day)}:00`;
}

/** A UTC day and second of that day as RFC 3339. */
export function utcText(day: number, secondOfDay: number): string {
  return `${dayFromNumber(day)}T${clock(secondOfDay)}Z`;
}
