import type { Observation } from './channels';

const SWEEPS = 40;

/**
 * The counts of at least 0 that fit everything published best: least squares with weights by the method's variances, and
 * what must be equal held equal by a large weight; coordinate descent, which needs no matrix.
 */
export function bestFit(
  unknowns: number,
  observations: readonly Observation[],
  equal: readonly (readonly [readonly number[], readonly number[]])[],
): Float64Array {
  const rows = [
    ...observations.map(({ shown, unknowns: of }) => ({
      right: shown,
      weight: shown <= 3 ? 0.5 : 1,
      plus: of,
      minus: [],
    })),
    ...equal.map(([plus, minus]) => ({ right: 0, weight: 100, plus, minus })),
  ];
  const at: { row: number; sign: number }[][] = Array.from({ length: unknowns }, () => []);
  rows.forEach(({ plus, minus }, row) => {
    for (const one of plus) at[one]?.push({ row, sign: 1 });
    for (const one of minus) at[one]?.push({ row, sign: -1 });
  });
  const x = new Float64Array(unknowns);
  const left = Float64Array.from(rows, ({ right }) => right);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let one = 0; one < unknowns; one += 1) {
      let [slope, curve] = [0, 1e-3];
      for (const { row, sign } of at[one] as { row: number; sign: number }[]) {
        const weight = rows[row]?.weight as number;
        slope += weight * sign * (left[row] as number);
        curve += weight;
      }
      const was = x[one] as number;
      const is = Math.max(0, was + (slope - 1e-3 * was) / curve);
      if (is === was) continue;
      x[one] = is;
      for (const { row, sign } of at[one] as { row: number; sign: number }[]) {
        left[row] = (left[row] as number) - sign * (is - was);
      }
    }
  }
  return x;
}
