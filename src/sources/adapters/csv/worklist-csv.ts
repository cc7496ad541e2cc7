import type { Language } from '../../../kernel/language';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { dayCell, type Column } from '../../../kernel/table';
import { WORKLIST_COLUMN_WORDS as WORDS } from '../../../kernel/words/subscriptions';
import { columnsCsv } from '../../../platform/text/csv';
import type { WorklistRow } from '../../domain/worklist';

/** A worklist as CSV: a line a pathway, persons by their keys, indicators by theirs with the days left. */
export function worklistCsv(rows: readonly WorklistRow[], names: OrganisationNames, language: Language): string {
  const nameOf = (organisation: string): string => names.of(organisation)[language];
  const columns: Column<WorklistRow>[] = [
    { name: 'person', heading: WORDS.person, cell: ({ person }) => person },
    { name: 'pathway', heading: WORDS.pathway, cell: ({ pathway }) => pathway },
    { name: 'index_day', heading: WORDS.indexDay, cell: ({ indexDay }) => dayCell(indexDay) },
    { name: 'age', heading: WORDS.age, cell: ({ age }) => age },
    {
      name: 'indicators',
      heading: WORDS.indicators,
      cell: ({ indicators }) => indicators.map((one) => `${one.indicator} (${one.daysLeft})`).join('; '),
    },
    { name: 'deadline', heading: WORDS.deadline, cell: ({ deadline }) => dayCell(deadline) },
    { name: 'days_left', heading: WORDS.daysLeft, cell: ({ daysLeft }) => daysLeft },
    { name: 'last_contact', heading: WORDS.lastContact, cell: ({ lastContact }) => dayCell(lastContact.on) },
    { name: 'with', heading: WORDS.with, cell: ({ lastContact }) => nameOf(lastContact.organisation) },
    { name: 'days_since', heading: WORDS.daysSince, cell: ({ lastContact }) => lastContact.daysSince },
    {
      name: 'followed_elsewhere',
      heading: WORDS.followedElsewhere,
      cell: ({ followedElsewhere }) => followedElsewhere.map(({ organisation }) => nameOf(organisation)).join('; '),
    },
  ];
  return columnsCsv(columns, rows, language);
}
