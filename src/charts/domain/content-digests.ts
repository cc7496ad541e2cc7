import { dayNumber } from '../../kernel/day';
import type { Cases } from '../../counting/domain/cases';
import type { Period } from '../../kernel/period';

const { imul } = Math;

/**
 * For each period, which must not overlap, a text that is another whenever other decisions on the indicator lie in it
 * or lie elsewhere: what was worked out from the same columns under the same text still stands. One pass.
 *
 * A sum of 64 mixed bits per decision, so that the order of slots does not matter. Organisations and marks go in by
 * their numbers: only texts of the same columns can be compared.
 */
export function contentDigests(cases: Cases, indicator: string, periods: readonly Period[]): string[] {
  const sorted = periods.map((period, place) => ({ ...period, place })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [froms, tos] = [sorted.map(({ from }) => dayNumber(from)), sorted.map(({ to }) => dayNumber(to))];
  const sums = new Int32Array(sorted.length * 2);
  const counts = new Int32Array(sorted.length);
  cases.each([indicator], { from: first.from, to: last.to }, (slot, mark, day) => {
    const period = lastFrom(froms, day);
    if (day > (tos[period] as number)) return;
    const hospital = cases.organisationAt(slot, 'treated');
    const places = imul(hospital + 1, 0x9e3779b1) ^ (cases.organisationAt(slot, 'resident') << 8);
    const bits = mixed(places ^ imul(mark + 1, 0x85ebca6b)) ^ imul(day, 0xc2b2ae35);
    sums[period * 2] = (sums[period * 2] as number) + mixed(bits);
    sums[period * 2 + 1] = (sums[period * 2 + 1] as number) + mixed(bits ^ places ^ 0x27d4eb2f);
    counts[period] = (counts[period] as number) + 1;
  });
  const digests: string[] = [];
  sorted.forEach((period, at) => {
    digests[period.place] = [counts[at], sums[at * 2], sums[at * 2 + 1]].join(' ');
  });
  return digests;
}

/** The place of the last entry that is not above the day. */
function lastFrom(froms: readonly number[], day: number): number {
  let low = 0;
  let high = froms.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((froms[middle] as number) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Every bit in depends on every bit out (the finaliser of MurmurHash3). */
function mixed(bits: number): number {
  let mix = bits ^ (bits >>> 16);
  mix = imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = imul(mix, 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
