import { addMonths, type Day } from '../../../kernel/day';
import { PATHWAY_COLUMNS_WORDS } from '../../../kernel/words/research';
import { describedColumns } from './research-column';
import type { PathwayRow } from './rows';
import { organisationCode } from './safe-codes';

/** A row a pathway. */
export const PATHWAY_COLUMNS = describedColumns<PathwayRow>()(PATHWAY_COLUMNS_WORDS, {
  person: { type: 'text', isFilled: true, source: 'R05', of: ({ person }) => person },
  pathway: { type: 'integer', isFilled: true, source: 'interface.md §2', of: ({ pathway }) => pathway.number },
  index_day: { type: 'day', isFilled: true, source: 'interface.md §2; R10', of: ({ pathway }) => pathway.indexDay },
  index_hospital: {
    type: 'text',
    isFilled: true,
    source: 'interface.md §2',
    of: ({ pathway }) => organisationCode(pathway.hospital),
  },
  municipality: {
    type: 'text',
    source: 'interface.md §2',
    of: ({ pathway: { municipality } }) => (municipality === undefined ? undefined : organisationCode(municipality)),
  },
  age_at_index: {
    type: 'integer',
    isFilled: true,
    unit: 'years',
    source: 'interface.md §3',
    of: ({ born, pathway }) => wholeYears(born, pathway.indexDay),
  },
  departed: {
    type: 'text',
    allowed: ['dead', 'emigrated'],
    source: 'interface.md §3',
    of: ({ departed }) => departed?.state,
  },
  departed_on: { type: 'day', source: 'interface.md §3', of: ({ departed }) => departed?.on },
});

/** Whole years from one day to another, counted as the age of adults is. */
function wholeYears(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return addMonths(from, years * 12) > to ? years - 1 : years;
}
