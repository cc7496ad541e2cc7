import type { KeyedCount } from '../../counting/domain/keyed-count';
import { PERTURBATION_ROWS, type PerturbationStep } from './perturbation-table';

const KEYS = 2 ** 32;

/**
 * The count as it is published: at most 3 off, right on average, never 1 or 2, and 0 only ever moved to 0. The same
 * people give the same number wherever they are counted together (contracts/perturbation-table.json).
 */
export function perturbed({ count, key }: KeyedCount): number {
  if (count === 0) return 0;
  const row = PERTURBATION_ROWS[Math.min(count, PERTURBATION_ROWS.length) - 1] as readonly PerturbationStep[];
  const cellKey = key % KEYS;
  const step = row.find(({ below }) => cellKey < below) as PerturbationStep;
  return count + step.deviation;
}
