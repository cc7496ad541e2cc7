import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { fieldsOf } from '../register-tables/field-columns';
import { RowFault, RowUnmapped } from '../register-tables/row-fault';
import { recordOf, type RowSays } from '../register-tables/row-says';
import { checkDiagnosisCode } from '../register-tables/sks-code';
import { SEVERAL } from '../register-tables/staged-link';
import type { Cells } from '../register-tables/table-description';
import type { LprFContext } from './lpr-f-context';
import { whoseRow } from './whose-row';

/**
 * A row of `diagnoser`, dated by its contact's first day since the table has none; throws `RowFault`, and `RowUnmapped`
 * for a type that is none of interface.md's. A refuted one is a registration like any other and says so.
 */
export function readDiagnosis(cells: Cells, context: LprFContext): RowSays {
  const { codes } = context.terms;
  const type = (cells['diagnosetype'] ?? '').toUpperCase();
  if (type !== '' && !codes.diagnosisRoles.includes(type))
    throw new RowUnmapped(`diagnosetype ${type}`, 'diagnosetype');
  const values = fieldsOf(cells, context.fields['hospital.diagnosis']);
  const code = cells['diagnosekode'] ?? '';
  checkDiagnosisCode(code, 'diagnosekode');
  const { cpr, source, link } = whoseRow(cells, '', context);
  if (link.startedOn === SEVERAL) throw new RowFault(REASONS.severalDays, 'dw_ek_kontakt');
  const record = recordOf(cells['dw_ek_kontakt'] ?? '', code.toUpperCase(), type);
  return { kind: 'hospital.diagnosis', record, source, cpr, values: { ...values, diagnosedOn: link.startedOn } };
}
