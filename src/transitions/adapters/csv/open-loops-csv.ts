import type { Language } from '../../../kernel/language';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { dayCell, type Column } from '../../../kernel/table';
import { LOOP_STANDING_WORDS, OPEN_LOOP_WORDS, TRANSITION_COLUMN_WORDS } from '../../../kernel/words/transitions';
import { columnsCsv } from '../../../platform/text/csv';
import type { OpenLoop } from '../../domain/open-loops';

/** Open loops as CSV: a line a referral, organisations by code and name. */
export function openLoopsCsv(loops: readonly OpenLoop[], names: OrganisationNames, language: Language): string {
  const nameColumn = (level: 'hospital' | 'municipality'): Column<OpenLoop> => ({
    name: `${level}_name`,
    heading: OPEN_LOOP_WORDS[level],
    cell: (loop) => names.of(loop[level]).en,
    words: (loop) => names.of(loop[level]),
  });
  const columns: Column<OpenLoop>[] = [
    { name: 'person', heading: OPEN_LOOP_WORDS.person, cell: ({ person }) => person },
    { name: 'pathway', heading: OPEN_LOOP_WORDS.pathway, cell: ({ pathway }) => pathway },
    { name: 'index_day', heading: OPEN_LOOP_WORDS.indexDay, cell: ({ indexDay }) => dayCell(indexDay) },
    { name: 'hospital', heading: TRANSITION_COLUMN_WORDS.hospitalId, cell: ({ hospital }) => hospital },
    nameColumn('hospital'),
    { name: 'municipality', heading: TRANSITION_COLUMN_WORDS.municipalityId, cell: ({ municipality }) => municipality },
    nameColumn('municipality'),
    { name: 'referred_on', heading: OPEN_LOOP_WORDS.referredOn, cell: ({ referredOn }) => dayCell(referredOn) },
    { name: 'days_open', heading: OPEN_LOOP_WORDS.daysOpen, cell: ({ daysOpen }) => daysOpen },
    {
      name: 'standing',
      heading: OPEN_LOOP_WORDS.standing,
      cell: ({ standing }) => standing,
      words: ({ standing }) => LOOP_STANDING_WORDS[standing],
    },
    {
      name: 'recoverable_until',
      heading: OPEN_LOOP_WORDS.recoverableUntil,
      cell: ({ recoverableUntil }) => dayCell(recoverableUntil),
    },
    { name: 'days_left', heading: OPEN_LOOP_WORDS.daysLeft, cell: ({ daysLeft }) => daysLeft },
  ];
  return columnsCsv(columns, loops, language);
}
