import { InvalidArgumentError } from 'commander';
import { isDay, type Day } from '../kernel/day';
import { NOTE, PERSON_NAME, type HumanWords } from '../kernel/human-words';
import { parseInstant } from '../kernel/instant';
import { parsePeriod, PERIOD_FORMS, type Period } from '../kernel/period';

/** A day argument; says what a day looks like when it is none. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('Give a calendar day as YYYY-MM-DD.');
  return text;
}

/** A period argument; says how periods are written when it is none. */
export function parsePeriodArgument(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new InvalidArgumentError(`Give ${PERIOD_FORMS}.`);
  return period;
}

/** An instant argument as milliseconds. */
export function parseKnownAt(text: string): number {
  const instant = parseInstant(text);
  if (instant === undefined) {
    throw new InvalidArgumentError('Give an RFC 3339 instant with offset, such as 2023-06-30T12:00:00Z.');
  }
  return instant;
}

const parseWords =
  ({ fits, remedy }: HumanWords) =>
  (text: string): string => {
    if (!fits(text)) throw new InvalidArgumentError(`It ${remedy}.`);
    return text;
  };

/** Who does it, by name. */
export const parsePersonName = parseWords(PERSON_NAME);

/** Why, in a person's words. */
export const parseNote = parseWords(NOTE);

/** `name=option`, gathered over repeated arguments. */
export function parsePolicy(text: string, before: Record<string, string>): Record<string, string> {
  const [name, option, ...rest] = text.split('=');
  if (!name || !option || rest.length > 0) {
    throw new InvalidArgumentError('Give a policy as name=option, such as bugOnReferral=lenient.');
  }
  return { ...before, [name]: option };
}

/** A whole number of at least `least`. */
export function parseCount(least: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(count) || count < least) {
      throw new InvalidArgumentError(`Give a whole number of at least ${least}.`);
    }
    return count;
  };
}
