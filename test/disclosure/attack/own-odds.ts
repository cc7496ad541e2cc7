import { PERTURBATION_ROWS } from '../../../src/disclosure/domain/perturbation-table';

const KEYS = 2 ** 32;

/** How often a deviation comes, by deviation, of one true count. */
function deviationsOf(count: number): ReadonlyMap<number, number> {
  const steps = PERTURBATION_ROWS[Math.min(count, PERTURBATION_ROWS.length) - 1] ?? [];
  return new Map(steps.map(({ deviation, below }, at) => [deviation, (below - (steps[at - 1]?.below ?? 0)) / KEYS]));
}

/** The difference of two greater counts' deviations: what it adds to the count that one of them is more than the other. */
const BETWEEN_TWO = (() => {
  const sums = new Map<number, number>();
  const greater = deviationsOf(PERTURBATION_ROWS.length);
  for (const [a, p] of greater) for (const [b, q] of greater) sums.set(a - b, (sums.get(a - b) ?? 0) + p * q);
  return sums;
})();

/** How likely what a reader sees is, were the count 1 and were it 2, with how often each is so beforehand. */
type Seen = readonly [ifOne: number, ifTwo: number];

/**
 * How often the best reader there can be tells rightly which of 1 and 2 a count is, `ones` of which are 1: from its own
 * number, and from so many pairs of a sum it is in and the rest of that sum, each shown as a cell of its own.
 */
export function toldRightly(ones: number, pairs: number): number {
  let seen: Seen[] = [0, 3].map((shown) => [
    ones * (deviationsOf(1).get(shown - 1) ?? 0),
    (1 - ones) * (deviationsOf(2).get(shown - 2) ?? 0),
  ]);
  for (let pair = 0; pair < pairs; pair += 1) seen = alike(seen.flatMap(withOnePairMore));
  return seen.reduce((sum, [ifOne, ifTwo]) => sum + Math.max(ifOne, ifTwo), 0);
}

function withOnePairMore([ifOne, ifTwo]: Seen): Seen[] {
  const differences = Array.from({ length: 2 * 6 + 2 }, (_, at) => at - 5);
  return differences.map((difference) => [
    ifOne * (BETWEEN_TWO.get(difference - 1) ?? 0),
    ifTwo * (BETWEEN_TWO.get(difference - 2) ?? 0),
  ]);
}

/** Together what speaks equally for 1 and for 2: a reader can make nothing of the difference. */
function alike(seen: readonly Seen[]): Seen[] {
  const found = new Map<string, Seen>();
  for (const [ifOne, ifTwo] of seen) {
    const name = (ifOne / (ifOne + ifTwo)).toFixed(9);
    const [one, two] = found.get(name) ?? [0, 0];
    found.set(name, [one + ifOne, two + ifTwo]);
  }
  return [...found.values()];
}
