import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { readPersonNumber } from '../register-tables/person-number';
import { RowFault } from '../register-tables/row-fault';
import type { Link } from '../register-tables/staged-link';
import type { Cells } from '../register-tables/table-description';
import { hospitalOfUnit } from './hospital-of-unit';
import type { LprFContext } from './lpr-f-context';

/** A row of `forloeb`: whose the course is, where the table says so; throws `RowFault`. */
export function readCourse(cells: Cells, { terms }: LprFContext): { readonly key: string; readonly link: Link } {
  const key = cells['dw_ek_forloeb'] ?? '';
  if (key === '') throw new RowFault(REASONS.blank, 'dw_ek_forloeb');
  const number = cells['cpr'] ?? '';
  const cpr = number === '' ? '' : readPersonNumber(number, 'cpr');
  const source = hospitalOfUnit(cells['sorenhed_ans'] ?? '', 'sorenhed_ans', terms) ?? '';
  return { key, link: { cpr, source, startedOn: '' } };
}
