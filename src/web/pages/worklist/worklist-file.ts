import type { Bilingual } from '../../../kernel/language';
import { WORKLIST_HEADING_WORDS as HEADING } from '../../../kernel/words/worklists';
import { columnsCsv } from '../../../platform/text/csv';
import type { Shapes } from '../../parts/shapes';
import type { PageFile } from '../../site/page';
import type { Visit } from '../../site/visit';

type Row = Shapes['WorklistRow'];

/** The rows as a file, a line a pathway. */
export function worklistFile(visit: Visit, { rows, asOf }: Shapes['Worklist']): PageFile {
  const column = (name: string, heading: Bilingual, cell: (row: Row) => string | number) => ({
    name,
    heading,
    cell,
  });
  const content = columnsCsv(
    [
      column('person', HEADING.patient, (row) => row.person),
      column('age', HEADING.age, (row) => row.age),
      column('indicators', HEADING.indicators, (row) =>
        row.indicators.map((one) => `${one.indicator} (${one.daysLeft})`).join('; '),
      ),
      column('deadline', HEADING.deadline, (row) => row.deadline),
      column('last_contact', HEADING.lastContact, (row) => row.lastContact.on),
      column('followed_elsewhere', HEADING.followed, (row) => row.followedElsewhere.map(({ name }) => name).join('; ')),
    ],
    rows,
    visit.language,
  );
  return { name: `arbejdsliste-${asOf}.csv`, type: 'text/csv; charset=utf-8', content };
}
