import type { Language } from '../../../kernel/language';
import { LOOP_STANDING_WORDS, OPEN_LOOP_WORDS } from '../../../kernel/words/transitions';
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

/** Open loops as CSV, with the fields' own names, or as a table for a terminal. */
export function loopsText(loops: readonly OpenLoop[], format: 'csv' | 'table', language: Language): string {
  if (format === 'csv') {
    const rows = loops.map((loop) => LOOP_FIELDS.map((field) => loop[field]));
    return tableCsv({ name: 'open-loops', columns: LOOP_FIELDS, rows });
  }
  const columns = LOOP_FIELDS.map((field) => ({ heading: OPEN_LOOP_WORDS[field][language], side: 'left' as const }));
  const rows = loops.map((loop) =>
    LOOP_FIELDS.map((field) =>
      field === 'standing' ? LOOP_STANDING_WORDS[loop.standing][language] : String(loop[field]),
    ),
  );
  return `${alignedText(columns, rows).join('\n')}\n`;
}
