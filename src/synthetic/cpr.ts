import { dayFromNumber } from '../kernel/day';
import type { Random } from './random';

export type Sex = 'woman' | 'man';

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

/** True when ten digits pass modulus 11, as every number given out before 2007 does. */
export function passesModulus11(cpr: string): boolean {
  let sum = 0;
  for (let at = 0; at < 10; at += 1) sum += (cpr.charCodeAt(at) - 48) * (WEIGHTS[at] ?? 0);
  return sum % 11 === 0;
}

/** The seventh digits that put a two-digit year into the century of `year` (domain.md §6), for 1900–2036. */
export function centuryDigits(year: number): readonly number[] {
  if (year >= 2000) return [4, 5, 6, 7, 8, 9];
  return year % 100 >= 37 ? [0, 1, 2, 3, 4, 9] : [0, 1, 2, 3];
}

/**
 * Constructs a number with a valid date, the right century and sex that FAILS modulus 11 and is not in `taken`, and adds
 * it there. Like the public test numbers it can thus be told from every number given out before 2007.
 */
export function constructCpr(random: Random, born: number, sex: Sex, taken: Set<number>): string {
  const day = dayFromNumber(born);
  const date = day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4);
  const centuries = centuryDigits(Number(day.slice(0, 4)));
  for (;;) {
    const last = random.int(0, 4) * 2 + (sex === 'man' ? 1 : 0);
    const cpr = `${date}${random.pick(centuries)}${random.int(0, 9)}${random.int(0, 9)}${last}`;
    if (passesModulus11(cpr) || taken.has(Number(cpr))) continue;
    taken.add(Number(cpr));
    return cpr;
  }
}
