import type { TableRow } from '../../counting/domain/indicator-table';
import type { Marked } from './disclosed';

/** One indicator of one unit as people see it: made of counts that came through the exit. */
export interface ShownRow extends TableRow, Marked {}
