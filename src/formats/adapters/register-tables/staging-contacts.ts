import type { Staging } from '../../../kernel/staging';
import type { Delivered, Place, Statement } from '../../domain/delivered';
import { RowFault } from '../../domain/register-tables/row-fault';
import { REFUSED, stageLink } from '../../domain/register-tables/staged-link';
import type { Cells } from '../../domain/register-tables/table-description';
import type { ReadRow } from './read-delivered';

/** The spaces in which contacts, courses and parts of registrations are put aside. */
export const SPACES = { contacts: 1, courses: 2, parts: 3 } as const;

/**
 * Reads rows of contacts, and puts each aside for the rows of other tables, by its key and its course's; also one that
 * cannot be read, so that those are told so.
 */
export function stagingContacts(staging: Staging, key: string, course: string, read: ReadRow): ReadRow {
  return (cells: Cells, place: Place): Delivered | undefined => {
    const contact = cells[key] ?? '';
    try {
      const said = read(cells, place);
      if (said?.is === 'statement' && said.status === 'active') stage(staging, contact, cells[course] ?? '', said);
      return said;
    } catch (error) {
      if (error instanceof RowFault && contact !== '') {
        stageLink(staging, SPACES.contacts, contact, { cpr: REFUSED, source: '', startedOn: '' });
      }
      throw error;
    }
  };
}

function stage(staging: Staging, contact: string, course: string, { cpr = '', source, values }: Statement): void {
  const startedOn = typeof values['startedOn'] === 'string' ? values['startedOn'] : '';
  if (contact !== '') stageLink(staging, SPACES.contacts, contact, { cpr, source, startedOn });
  if (course !== '') stageLink(staging, SPACES.courses, course, { cpr, source, startedOn: '' });
}
