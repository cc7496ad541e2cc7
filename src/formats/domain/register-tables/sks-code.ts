import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { RowFault } from './row-fault';

const DIAGNOSIS = /^D[A-Z]\d[A-Z0-9]{1,8}$/i;
/** ICD-10 as other countries write it. */
const WITHOUT_D = /^[A-Z]\d{2}[A-Z0-9]*$/i;
const PROCEDURE = /^[A-Z][A-Z0-9]{2,11}$/i;

/** Throws `RowFault` where a text is no SKS code of a diagnosis; one without the D before is told so, never mended. */
export function checkDiagnosisCode(code: string, column: string): void {
  if (DIAGNOSIS.test(code)) return;
  if (WITHOUT_D.test(code)) throw new RowFault(REASONS.diagnosisWithoutD, column);
  throw new RowFault(REASONS.diagnosisCode, column);
}

/** Throws `RowFault` where a text is no SKS code of a procedure. */
export function checkProcedureCode(code: string, column: string): void {
  if (!PROCEDURE.test(code)) throw new RowFault(REASONS.procedureCode, column);
}
