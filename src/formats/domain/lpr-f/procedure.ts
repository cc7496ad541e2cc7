import { fieldsOf } from '../register-tables/field-columns';
import { plainTime } from '../register-tables/register-time';
import { RowUnmapped } from '../register-tables/row-fault';
import { recordOf, type RowSays } from '../register-tables/row-says';
import { checkProcedureCode } from '../register-tables/sks-code';
import type { Cells } from '../register-tables/table-description';
import { performerOf } from './hospital-of-unit';
import type { LprFContext } from './lpr-f-context';
import { whoseRow } from './whose-row';

/**
 * A row of `procedurer_kirurgi` or `procedurer_andre`, by contact, by course or by both; throws `RowFault`, and
 * `RowUnmapped` for a code that only adds to another. Without `procedureregistrering_id` it is known again by contact or
 * course, code, day and time.
 */
export function readProcedure(cells: Cells, context: LprFContext): RowSays {
  const type = (cells['proceduretype'] ?? '').toUpperCase();
  if (context.terms.codes.procedureTypesLeftOut.includes(type)) {
    throw new RowUnmapped(`proceduretype ${type}`, 'proceduretype');
  }
  const values = fieldsOf(cells, context.fields['hospital.procedure']);
  const code = cells['procedurekode'] ?? '';
  checkProcedureCode(code, 'procedurekode');
  const { cpr, source } = whoseRow(cells, 'sorenhed_pro', context);
  const performedBy = performerOf(cells['sorenhed_pro'] ?? '', source, context.terms);
  return {
    kind: 'hospital.procedure',
    record: cells['procedureregistrering_id'] || composedRecord(cells, String(values['performedOn'])),
    source,
    cpr,
    values: performedBy === undefined ? values : { ...values, performedBy },
  };
}

const composedRecord = (cells: Cells, day: string): string =>
  recordOf(
    cells['dw_ek_kontakt'] || (cells['dw_ek_forloeb'] ?? ''),
    (cells['procedurekode'] ?? '').toUpperCase(),
    day,
    plainTime(cells['tidspunkt_start'] ?? ''),
  );
