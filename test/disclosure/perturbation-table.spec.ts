import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERTURBATION_ROWS } from '../../src/disclosure/domain/perturbation-table';
import { perturbationRows } from '../../tools/perturbation-table';
import { perturbationJson } from '../../tools/perturbation-text';

const KEYS = 2 ** 32;

/** By true count: what is shown, and how often. */
const ROWS = PERTURBATION_ROWS.map((steps, at) => ({
  count: at + 1,
  targets: steps.map(({ deviation, below }, step) => ({
    deviation,
    shown: at + 1 + deviation,
    share: (below - (steps[step - 1]?.below ?? 0)) / KEYS,
  })),
}));
const moment = ({ targets }: (typeof ROWS)[number], power: number): number =>
  targets.reduce((sum, { deviation, share }) => sum + share * deviation ** power, 0);

describe('The perturbation table', () => {
  it('is what stands published in contracts/, and what its generator makes', () => {
    const published = readFileSync(join(process.cwd(), 'contracts', 'perturbation-table.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(perturbationJson(perturbationRows())));
    const { rows } = JSON.parse(published) as { rows: { targets: { shown: number; below: number }[] }[] };
    expect(rows.map(({ targets }) => targets.map(({ shown, below }) => [shown, below]))).toEqual(
      PERTURBATION_ROWS.map((steps, at) => steps.map(({ deviation, below }) => [at + 1 + deviation, below])),
    );
  });

  it.each(ROWS)('gives every key one deviation of at most 3 for a count of $count', ({ targets }) => {
    expect(targets.every(({ share }) => share > 0)).toBe(true);
    expect(targets.reduce((sum, { share }) => sum + share, 0)).toBe(1);
    for (const { deviation } of targets) expect(Math.abs(deviation)).toBeLessThanOrEqual(3);
  });

  it.each(ROWS)('never shows 1, 2 or less than 0 for a count of $count', ({ targets }) => {
    for (const { shown } of targets) expect(shown === 0 || shown >= 3).toBe(true);
  });

  it.each(ROWS)('is right on average for a count of $count', (row) => {
    expect(moment(row, 1)).toBeCloseTo(0, 8);
  });

  it('has variance 1 from 3 up; at 1 and 2, between 0 and 3 alone, the least there is', () => {
    expect(ROWS.map((row) => Math.round(moment(row, 2) * 1e8) / 1e8)).toEqual([2, 2, 1, 1, 1, 1]);
    for (const { count, targets } of ROWS.slice(0, 2)) {
      expect(targets.map(({ shown }) => shown)).toEqual([0, 3]);
      // Any unbiased choice among 0 and 3 to 5 is at least so far off: (count − 0) × (3 − count).
      expect(count * (3 - count)).toBe(2);
    }
  });

  it('cuts nothing off in its last row, which stands for every greater count', () => {
    const last = ROWS.at(-1);
    expect(last?.targets.map(({ deviation }) => deviation)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(Math.min(...(last?.targets ?? []).map(({ shown }) => shown))).toBe(3);
  });

  it('has the greatest entropy: any change that keeps mean and variance makes it less', () => {
    for (const { targets } of ROWS.filter((row) => row.targets.length > 3)) {
      // ln p is a parabola in the deviation exactly where entropy is greatest: third differences vanish.
      const logs = targets.map(({ share }) => Math.log(share));
      const deviations = targets.map(({ deviation }) => deviation);
      for (let at = 0; at + 3 < logs.length; at += 1) {
        const four = [0, 1, 2, 3].map((step) => [deviations[at + step] as number, logs[at + step] as number] as const);
        expect(thirdDifference(four)).toBeCloseTo(0, 4);
      }
    }
  });
});

/** The divided difference of third order of four points. */
function thirdDifference(points: readonly (readonly [number, number])[]): number {
  let values = points.map(([, value]) => value);
  for (let order = 1; order < points.length; order += 1) {
    values = values.slice(1).map((value, at) => {
      const [from, to] = [points[at]?.[0] ?? 0, points[at + order]?.[0] ?? 0];
      return (value - (values[at] as number)) / (to - from);
    });
  }
  return values[0] as number;
}
