/** A count that is shown for another, and how often, as a fraction of one. */
export interface Target {
  readonly shown: number;
  readonly probability: number;
}

export interface TableRules {
  /** A shown count lies at most so far from the true one. */
  readonly maxDeviation: number;
  /** Of the deviation, wherever that can be; elsewhere the least that can. */
  readonly variance: number;
  /** Counts from 1 to this are never shown. */
  readonly neverShown: number;
}

/** The rules of the table that is published (domain.md §8: deviations of at most 3, no 1 or 2 shown). */
export const RULES: TableRules = { maxDeviation: 3, variance: 1, neverShown: 2 };

/** By true count from 1 on; the last row, in which nothing is cut off below, stands for every greater count too. */
export function perturbationRows(rules: TableRules = RULES): readonly (readonly Target[])[] {
  const last = rules.maxDeviation + rules.neverShown + 1;
  return Array.from({ length: last }, (_, at) => rowOf(at + 1, rules));
}

/**
 * How a count is shown: of all distributions over what may be shown that are unbiased and have the variance, the one of
 * greatest entropy, so that a reader learns least (Giessing 2016; Marley & Leaver 2011). It is p(j) ∝ exp(a·d + b·d²)
 * with d = j − count; where only the least variance is feasible, the two nearest counts.
 */
function rowOf(count: number, { maxDeviation, variance, neverShown }: TableRules): Target[] {
  const targets: number[] = [];
  for (let shown = Math.max(0, count - maxDeviation); shown <= count + maxDeviation; shown += 1) {
    if (shown === 0 || shown > neverShown) targets.push(shown);
  }
  const below = Math.max(...targets.filter((shown) => shown <= count));
  const above = Math.min(...targets.filter((shown) => shown >= count));
  if ((count - below) * (above - count) >= variance) {
    const up = (count - below) / (above - below);
    return [
      { shown: below, probability: 1 - up },
      { shown: above, probability: up },
    ];
  }
  const deviations = targets.map((shown) => shown - count);
  const probabilities = greatestEntropy(deviations, variance);
  return targets.map((shown, at) => ({ shown, probability: probabilities[at] as number }));
}

/** Newton's method on the two multipliers, steps halved until the dual falls. */
function greatestEntropy(deviations: readonly number[], variance: number): number[] {
  let [a, b] = [0, -0.5];
  for (let step = 0; step < 200; step += 1) {
    const p = distribution(deviations, a, b);
    const moment = (power: number): number => sum(deviations.map((d, at) => (p[at] as number) * d ** power));
    const [m1, m2, m3, m4] = [moment(1), moment(2), moment(3), moment(4)];
    const [fall1, fall2] = [m1, m2 - variance];
    if (Math.abs(fall1) < 1e-14 && Math.abs(fall2) < 1e-14) return p;
    const [h11, h12, h22] = [m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2];
    const determinant = h11 * h22 - h12 * h12;
    const [da, db] = [(h22 * fall1 - h12 * fall2) / determinant, (h11 * fall2 - h12 * fall1) / determinant];
    let share = 1;
    const now = dual(deviations, a, b, variance);
    while (share > 1e-9 && dual(deviations, a - share * da, b - share * db, variance) > now + 1e-15) share /= 2;
    [a, b] = [a - share * da, b - share * db];
  }
  return distribution(deviations, a, b);
}

const dual = (deviations: readonly number[], a: number, b: number, variance: number): number =>
  Math.log(sum(deviations.map((d) => Math.exp(a * d + b * d * d)))) - b * variance;

function distribution(deviations: readonly number[], a: number, b: number): number[] {
  const weights = deviations.map((d) => Math.exp(a * d + b * d * d));
  const all = sum(weights);
  return weights.map((weight) => weight / all);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
