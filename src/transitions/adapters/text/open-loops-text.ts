import type { Language } from '../../../kernel/language';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { LOOP_STANDING_WORDS, OPEN_LOOP_WORDS } from '../../../kernel/words/transitions';
import { alignedText } from '../../../platform/text/aligned-text';
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

/** Open loops as a table for a terminal, organisations by code and name. */
export function openLoopsText(loops: readonly OpenLoop[], names: OrganisationNames, language: Language): string {
  const columns = LOOP_FIELDS.map((field) => ({ heading: OPEN_LOOP_WORDS[field][language], side: 'left' as const }));
  const rows = loops.map((loop) =>
    LOOP_FIELDS.map((field) => {
      if (field === 'standing') return LOOP_STANDING_WORDS[loop.standing][language];
      if (field === 'hospital' || field === 'municipality') return names.withCode(loop[field])[language];
      return String(loop[field]);
    }),
  );
  return `${alignedText(columns, rows).join('\n')}\n`;
}
