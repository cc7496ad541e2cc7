import { alignedText } from '../../../platform/text/aligned-text';
import { tableCsv } from '../../../platform/text/csv';
import type { OpenLoop } from '../../domain/open-loops';

const LOOP_FIELDS = [
  'person',
  'pathway',
  'indexDay',
  'hospital',
  'municipality',
  'referredOn',
  'daysOpen',
  'standing',
  'recoverableUntil',
  'daysLeft',
] as const satisfies readonly (keyof OpenLoop)[];

/** Open loops as CSV or as a table for a terminal. */
export function loopsText(loops: readonly OpenLoop[], format: 'csv' | 'table'): string {
  const rows = loops.map((loop) => LOOP_FIELDS.map((field) => loop[field]));
  if (format === 'csv') return tableCsv({ name: 'open-loops', columns: LOOP_FIELDS, rows });
  const columns = LOOP_FIELDS.map((heading) => ({ heading, side: 'left' as const }));
  return `${alignedText(
    columns,
    rows.map((row) => row.map(String)),
  ).join('\n')}\n`;
}
