import type { Organisation } from '../../../kernel/organisation';
import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { RowFault } from '../register-tables/row-fault';
import { REFUSED, SEVERAL, type Link } from '../register-tables/staged-link';
import type { Cells } from '../register-tables/table-description';
import { hospitalOfUnit } from './hospital-of-unit';
import type { LprFContext } from './lpr-f-context';

/** Whose a row is, and who reports it. */
export interface Whose {
  readonly cpr: string;
  readonly source: Organisation;
  readonly link: Link;
}

/**
 * Whose a row without CPR number is: its contact's, else its course's. Who reports is who is responsible for the contact,
 * since records are linked only where one source gave both (interface.md §2); where that is not told, the hospital of
 * the unit in `unitColumn`. Throws `RowFault`.
 */
export function whoseRow(cells: Cells, unitColumn: string, context: LprFContext): Whose {
  const link = linkOf(cells, context);
  if (link.cpr === REFUSED) throw new RowFault(REASONS.contactRefused);
  if (link.cpr === SEVERAL) throw new RowFault(REASONS.severalPersons);
  if (link.source !== '' && link.source !== SEVERAL) return { cpr: link.cpr, source: link.source, link };
  const source = hospitalOfUnit(cells[unitColumn] ?? '', unitColumn, context.terms) ?? context.source;
  if (source !== undefined) return { cpr: link.cpr, source, link };
  throw new RowFault(link.source === SEVERAL ? REASONS.severalUnits : REASONS.noSource, unitColumn);
}

function linkOf(cells: Cells, { contact, course }: LprFContext): Link {
  const contactKey = cells['dw_ek_kontakt'] ?? '';
  const courseKey = cells['dw_ek_forloeb'] ?? '';
  if (contactKey === '' && courseKey === '') throw new RowFault(REASONS.noLink);
  const found = contactKey === '' ? undefined : contact(contactKey);
  if (found !== undefined) return found;
  const ofCourse = courseKey === '' ? undefined : course(courseKey);
  if (ofCourse !== undefined && ofCourse.cpr !== '') return ofCourse;
  throw contactKey === ''
    ? new RowFault(REASONS.noCourse, 'dw_ek_forloeb')
    : new RowFault(REASONS.noContact, 'dw_ek_kontakt');
}
