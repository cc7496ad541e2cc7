import type { Figures } from '../../counting/domain/figures';
import type { TableRow } from '../../counting/domain/indicator-table';
import type { Marked } from './disclosed';

/** One indicator of one unit as people see it: made of counts that came through the exit. */
export interface ShownRow extends TableRow, Marked {}

/** True when nothing at all was counted in the row. */
export function isZeroRow({ reported, unknown, stillOpen, excluded, notApplicable }: Figures): boolean {
  const { metSoFar, pending } = stillOpen;
  return [reported.denominator, unknown, metSoFar, pending, excluded, notApplicable].every((count) => count === 0);
}
