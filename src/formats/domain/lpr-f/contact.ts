import { fieldsOf } from '../register-tables/field-columns';
import { readPersonNumber } from '../register-tables/person-number';
import { RowFault } from '../register-tables/row-fault';
import type { RowSays } from '../register-tables/row-says';
import type { Cells } from '../register-tables/table-description';
import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { hospitalOfUnit } from './hospital-of-unit';
import type { LprFContext } from './lpr-f-context';

/** A row of `kontakter`; throws `RowFault`. `aktionsdiagnose` is not read: `diagnoser` has it, and whether it was refuted. */
export function readContact(cells: Cells, { fields, terms, source: asked }: LprFContext): RowSays {
  const cpr = readPersonNumber(cells['cpr'] ?? '', 'cpr');
  const values = fieldsOf(cells, fields['hospital.contact']);
  const source = hospitalOfUnit(cells['sorenhed_ans'] ?? '', 'sorenhed_ans', terms) ?? asked;
  if (source === undefined) throw new RowFault(REASONS.noSource, 'sorenhed_ans');
  return { kind: 'hospital.contact', record: cells['dw_ek_kontakt'] ?? '', source, cpr, values };
}
