import { isDay } from './day';

const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/**
 * Reads an RFC 3339 instant with offset as milliseconds since 1970-01-01T00:00Z, or undefined when it is none.
 * Finer fractions are cut to the millisecond; a leap second (`:60`) is the first instant after it.
 */
export function parseInstant(text: string): number | undefined {
  if (text.length < 20 || !INSTANT_PATTERN.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  let at = 19;
  let millisecond = 0;
  if (text.charCodeAt(at) === 46) {
    let weight = 100;
    for (at += 1; text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57; at += 1) {
      millisecond += (text.charCodeAt(at) - 48) * weight;
      weight = weight === 100 ? 10 : weight === 10 ? 1 : 0;
    }
  }
  let offset = 0;
  const sign = text.charCodeAt(at);
  if (sign === 43 || sign === 45) {
    const hours = twoDigits(text, at + 1);
    const minutes = twoDigits(text, at + 4);
    if (hours > 23 || minutes > 59) return undefined;
    offset = (sign === 43 ? 1 : -1) * (hours * 60 + minutes) * 60_000;
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const day =
    year < 100
      ? new Date(`${text.slice(0, 10)}T00:00:00Z`).getTime()
      : Date.UTC(year, twoDigits(text, 5) - 1, twoDigits(text, 8));
  return day + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond - offset;
}

/** Writes an instant as RFC 3339 in UTC with milliseconds. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString();
}
