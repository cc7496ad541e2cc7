import { holdsCpr } from '../../../kernel/cpr-text';
import { isDay } from '../../../kernel/day';
import type { Bilingual } from '../../../kernel/language';
import { both } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import type { FileCell } from '../../../kernel/read-table';
import { TABLE_CELL_WORDS as CELL } from '../../../kernel/words/table-files';
import { numberIn, textOfCell, valueOfCell, type RowValue } from '../rows/cell-values';
import type { ColumnDescription } from './table-description';

/** What a cell says: a value, nothing, what is known and not taken, or why it cannot be read. */
export type CellRead =
  | { readonly value: RowValue }
  | { readonly pair: readonly [number, number] }
  | { readonly blank: true }
  | { readonly told: string }
  | { readonly fault: Bilingual };

const BLANK = { blank: true } as const;
const PRESSURE = /^(\d{2,3}(?:[.,]\d+)?)\s*\/\s*(\d{2,3}(?:[.,]\d+)?)$/;
const BOUND = /^(<=|>=|<|>|≤|≥)\s*(\d+(?:[.,]\d+)?)$/;
const SIGNS: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', lt: '<', gt: '>', '=': '' };
const CODE = /^[\p{L}\d][\p{L}\d ._-]{0,30}$/u;
const IS_DIGITS = /^\d+$/;

/** How statistics programs and databases write that there is nothing. */
const NOTHING = new Set(['NA', 'NULL', '.']);

/** Whether a cell says nothing. */
export const isBlank = (cell: FileCell): boolean =>
  cell === undefined || (typeof cell === 'string' && (cell === '' || NOTHING.has(cell)));

/** Reads a cell as its column says; `heading` is named in what is told, no cell that may be a person's is. */
export function readCell(column: ColumnDescription, cell: FileCell, heading: string, sign?: FileCell): CellRead {
  if (isBlank(cell)) return BLANK;
  const text = textOfCell(cell);
  switch (column.type) {
    case 'pressure':
      return pressureIn(text);
    case 'bound':
      return boundIn(text, textOfCell(sign), heading);
    case 'digits':
      return digitsIn(text, column.digits ?? text.length);
    case 'choice':
    case 'text':
      return chosen(column, text, heading);
    default:
      return plain(column, cell, column.type);
  }
}

function plain(
  { field, tellBelow }: ColumnDescription,
  cell: FileCell,
  type: 'day' | 'whole' | 'number' | 'yes-no',
): CellRead {
  const value = valueOfCell({ name: field, type, isMandatory: false }, cell);
  if (value === undefined) return BLANK;
  const isSound =
    type === 'day'
      ? typeof value === 'string' && isDay(value)
      : type === 'yes-no'
        ? typeof value === 'boolean'
        : typeof value === 'number' && (type === 'number' || Number.isSafeInteger(value));
  if (!isSound) return { fault: CELL[type === 'yes-no' ? 'yesNo' : type] };
  if (tellBelow !== undefined && typeof value === 'number' && value < tellBelow) return { told: `below ${tellBelow}` };
  return { value };
}

function chosen(
  { field, type, options = [], values = {}, others }: ColumnDescription,
  text: string,
  heading: string,
): CellRead {
  const code = text.toLowerCase();
  if (Object.hasOwn(values, code)) {
    const value = values[code];
    return value === null || value === undefined ? { told: `${heading} ${text}` } : { value };
  }
  if (type === 'text') return { value: text };
  const value = valueOfCell({ name: field, type: 'choice', isMandatory: false, options }, text);
  if (typeof value === 'string' && options.includes(value)) return { value };
  if (others === 'told' && CODE.test(text) && !holdsCpr(text)) return { told: `${heading} ${text}` };
  const known = listed(
    options.map((option) => both(option, option)),
    'or',
  );
  return { fault: CELL.choice({ known }) };
}

function pressureIn(text: string): CellRead {
  const [, high, low] = PRESSURE.exec(text) ?? [];
  const pair = [numberIn(high ?? ''), numberIn(low ?? '')];
  const [systolic, diastolic] = pair;
  return systolic === undefined || diastolic === undefined ? { fault: CELL.pressure } : { pair: [systolic, diastolic] };
}

/** What is answered in words is sound and gives no number; it is not repeated, since it may be of the person. */
function boundIn(text: string, sign: string, heading: string): CellRead {
  const apart = SIGNS[sign.toLowerCase()] ?? sign;
  const number = numberIn(text);
  if (number !== undefined && apart === '') return { value: number };
  const [, written = '', digits = ''] = BOUND.exec(`${number === undefined ? '' : apart}${text}`) ?? [];
  if (digits === '') return number === undefined ? { told: `${heading} in words` } : { fault: CELL.sign };
  return { value: `${SIGNS[written] ?? written}${digits.replace(',', '.')}` };
}

function digitsIn(text: string, count: number): CellRead {
  if (!IS_DIGITS.test(text) || text.length > count) return { fault: CELL.digits({ count }) };
  return { value: text.padStart(count, '0') };
}
