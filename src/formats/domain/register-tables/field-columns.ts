import type { Bilingual } from '../../../kernel/language';
import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import type { Cells } from './table-description';
import { readRegisterDay } from './register-day';
import { RowFault } from './row-fault';

/** A field of an event as a column says it. */
export interface FieldColumn {
  readonly field: string;
  readonly column: string;
  readonly isMandatory?: boolean;
  /** The value of a cell that is not blank; undefined where it is none, null where it says nothing here. */
  readonly read: (text: string) => unknown;
  /** Why a cell is none. */
  readonly fault?: Bilingual;
}

type Values = Record<string, unknown>;

/** The fields that a row says; throws `RowFault` where one is missing or is none. */
export function fieldsOf(cells: Cells, columns: readonly FieldColumn[]): Values {
  const values: Values = {};
  for (const { field, column, isMandatory = false, read, fault } of columns) {
    const text = cells[column] ?? '';
    if (text === '') {
      if (isMandatory) throw new RowFault(REASONS.blank, column);
      continue;
    }
    const value = read(text);
    if (value === undefined) throw new RowFault(fault ?? REASONS.value, column);
    if (value !== null) values[field] = value;
  }
  return values;
}

/** The fields that a row says well; what is missing or is none is left out. */
export function soundFieldsOf(cells: Cells, columns: readonly FieldColumn[]): Values {
  const values: Values = {};
  for (const { field, column, read } of columns) {
    const text = cells[column] ?? '';
    const value = text === '' ? undefined : read(text);
    if (value !== undefined && value !== null) values[field] = value;
  }
  return values;
}

/** A column of days. */
export const dayColumn = (field: string, column: string, isMandatory = false): FieldColumn => ({
  ...{ field, column, isMandatory },
  read: readRegisterDay,
  fault: REASONS.day,
});

/** A column whose text is the field's. */
export const textColumn = (field: string, column: string, isMandatory = false): FieldColumn => ({
  ...{ field, column, isMandatory },
  read: (text) => text,
});
