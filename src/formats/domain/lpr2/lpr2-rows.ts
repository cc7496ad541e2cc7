import type { Organisation } from '../../../kernel/organisation';
import { LPR_TWO_WORDS, TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { dayColumn, fieldsOf, textColumn, type FieldColumn } from '../register-tables/field-columns';
import { readPersonNumber } from '../register-tables/person-number';
import { RowFault, RowUnmapped } from '../register-tables/row-fault';
import { recordOf, type RowContext, type RowSays } from '../register-tables/row-says';
import { checkDiagnosisCode, checkProcedureCode } from '../register-tables/sks-code';
import { REFUSED, SEVERAL, type Link } from '../register-tables/staged-link';
import type { Cells } from '../register-tables/table-description';
import type { Lpr2Terms } from './lpr2-terms';

/** What a row of LPR2 is read with; there are no courses. */
export type Lpr2Context = Pick<RowContext<Lpr2Terms>, 'terms' | 'contact'>;

const CONTACT: readonly FieldColumn[] = [dayColumn('startedOn', 'd_inddto', true), dayColumn('endedOn', 'd_uddto')];
const DIAGNOSIS: readonly FieldColumn[] = [textColumn('code', 'c_diag', true), textColumn('role', 'c_diagtype', true)];
const PROCEDURE: readonly FieldColumn[] = [textColumn('code', 'c_opr', true), dayColumn('performedOn', 'd_odto', true)];

/** A contact's name: LPR2 numbers anew what LPR_F numbers too, and one hospital sends both. */
const contactIn = (cells: Cells): string => {
  const number = cells['recnum'] ?? '';
  if (number === '') throw new RowFault(REASONS.blank, 'recnum');
  return `lpr2-${number}`;
};

/** A row of `t_adm`; throws `RowFault`. `c_adiag` is not read: `t_diag` has it. */
export function readAdmission(cells: Cells, { terms }: Lpr2Context): RowSays {
  const contactId = contactIn(cells);
  const cpr = readPersonNumber(cells['cpr'] ?? '', 'cpr');
  const values = fieldsOf(cells, CONTACT);
  checkDay(String(values['startedOn']), 'd_inddto', terms);
  const number = cells['c_sgh'] ?? '';
  if (number === '') throw new RowFault(REASONS.blank, 'c_sgh');
  const source = hospitalOf(number, terms);
  if (source === undefined) throw new RowFault(LPR_TWO_WORDS.sygehus, 'c_sgh');
  return { kind: 'hospital.contact', record: contactId, source, cpr, values: { contactId, ...values } };
}

/** A row of `t_diag`, dated by its contact's first day; throws `RowFault` and `RowUnmapped`. */
export function readDiagnosis(cells: Cells, context: Lpr2Context): RowSays {
  const contactId = contactIn(cells);
  const type = (cells['c_diagtype'] ?? '').toUpperCase();
  if (type !== '' && !context.terms.diagnosisRoles.includes(type)) {
    throw new RowUnmapped(`c_diagtype ${type}`, 'c_diagtype');
  }
  const values = fieldsOf(cells, DIAGNOSIS);
  const code = cells['c_diag'] ?? '';
  checkDiagnosisCode(code, 'c_diag');
  const { cpr, source, startedOn } = admissionOf(cells, context);
  return {
    kind: 'hospital.diagnosis',
    record: recordOf(contactId, code.toUpperCase(), type),
    ...{ source, cpr },
    values: { contactId, ...values, role: type, diagnosedOn: startedOn },
  };
}

/** A row of `t_sksopr` or `t_sksube`; throws `RowFault` and `RowUnmapped`. */
export function readProcedure(cells: Cells, context: Lpr2Context): RowSays {
  const { terms } = context;
  const contactId = contactIn(cells);
  const type = (cells['c_oprart'] ?? '').toUpperCase();
  if (terms.procedureTypesLeftOut.includes(type)) throw new RowUnmapped(`c_oprart ${type}`, 'c_oprart');
  const values = fieldsOf(cells, PROCEDURE);
  const code = cells['c_opr'] ?? '';
  checkProcedureCode(code, 'c_opr');
  const day = String(values['performedOn']);
  checkDay(day, 'd_odto', terms);
  const { cpr, source } = admissionOf(cells, context);
  const performer = hospitalOf(cells['c_osgh'] ?? '', terms);
  return {
    kind: 'hospital.procedure',
    record: recordOf(contactId, code.toUpperCase(), day),
    ...{ source, cpr },
    values: {
      ...{ contactId, ...values },
      ...(performer === undefined || performer === source ? undefined : { performedBy: performer }),
    },
  };
}

/** Whose a row is; throws `RowFault` where `t_adm` does not say it, or says it twice. */
function admissionOf(cells: Cells, { contact }: Lpr2Context): Link {
  const link = contact(cells['recnum'] ?? '');
  if (link === undefined) throw new RowFault(REASONS.noContact, 'recnum');
  if (link.cpr === REFUSED) throw new RowFault(REASONS.contactRefused, 'recnum');
  if (link.cpr === SEVERAL) throw new RowFault(REASONS.severalPersons, 'recnum');
  if (link.source === SEVERAL) throw new RowFault(REASONS.severalUnits, 'recnum');
  if (link.startedOn === SEVERAL) throw new RowFault(REASONS.severalDays, 'recnum');
  return link;
}

function hospitalOf(number: string, { hospitals }: Lpr2Terms): Organisation | undefined {
  const sor = hospitals.get(number);
  return sor === undefined ? undefined : `hospital:${sor}`;
}

function checkDay(day: string, column: string, { lastDay }: Lpr2Terms): void {
  if (day > lastDay) throw new RowFault(LPR_TWO_WORDS.afterLpr2, column);
}
