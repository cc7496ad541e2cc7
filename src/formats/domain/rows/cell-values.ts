import { isDay } from '../../../kernel/day';
import type { EventField } from '../../../kernel/event-field';
import type { FileCell } from '../../../kernel/read-table';
import { VALUE_WORDS } from '../../../kernel/words/sources';

/** How people write yes and no, Danish spreadsheet programs among them. */
const YES = ['true', 'ja', 'j', 'sand', 'yes', 'y'];
const NO = ['false', 'nej', 'n', 'falsk', 'no'];

/** What a field of a row says. */
export type RowValue = string | number | boolean;

/** A cell as a text. */
export function textOfCell(cell: FileCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return cell.day;
  return String(cell).trim();
}

/**
 * What a cell says as the value of a field: a day however Danes write it, a number with comma or point, a code or the
 * Danish word for it. What is no such value stays as it was written, so that the check says what it should be; undefined
 * where the cell is blank.
 */
export function valueOfCell(field: EventField, cell: FileCell): RowValue | undefined {
  const text = textOfCell(cell);
  if (text === '') return undefined;
  switch (field.type) {
    case 'day':
      return dayIn(text) ?? text;
    case 'whole':
    case 'number':
      return typeof cell === 'number' ? cell : (numberIn(text) ?? text);
    case 'yes-no':
      return typeof cell === 'boolean' ? cell : (yesOrNo(text) ?? text);
    case 'choice':
      return optionIn(field.options ?? [], text) ?? text;
    default:
      return text;
  }
}

const DAY_FIRST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
/** As statistics programs write days: `05JAN2023`. */
const WITH_NAME = /^(\d{1,2})-?([a-z]{3})-?(\d{4})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DANISH_MONTHS: Readonly<Record<string, string>> = { maj: 'may', okt: 'oct' };
/** What a database writes after a day: the time of day, which is left out. */
const TIME_OF_DAY = /[T :]\d{1,2}[:.]\d{2}.*$/i;

/**
 * `2024-05-03`, `20240503`, `03MAY2024`, `03-05-2024`, `3.5.2024` or `03/05/2024`: the day before the month, the year in
 * full; a time of day after it is left out.
 */
function dayIn(text: string): string | undefined {
  if (isDay(text)) return text;
  const plain = text.replace(TIME_OF_DAY, '');
  const written = yearFirst(plain);
  return isDay(written) ? written : undefined;
}

function yearFirst(text: string): string {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (day !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const together = TOGETHER.exec(text);
  if (together !== null) return together.slice(1).join('-');
  const [, of = '', name = '', named = ''] = WITH_NAME.exec(text) ?? [];
  const called = name.toLowerCase();
  const number = MONTHS.indexOf(DANISH_MONTHS[called] ?? called) + 1;
  return number === 0 ? text : `${named}-${String(number).padStart(2, '0')}-${of.padStart(2, '0')}`;
}

const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;

/** A number with comma or point. */
export function numberIn(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function yesOrNo(text: string): boolean | undefined {
  const plain = text.toLowerCase();
  return YES.includes(plain) ? true : NO.includes(plain) ? false : undefined;
}

/** The code among some that is written, or that a Danish word stands for. */
function optionIn(options: readonly string[], text: string): string | undefined {
  const plain = text.toLowerCase();
  return options.find((option) => option === plain || danishOf(option) === plain);
}

const danishOf = (code: string): string | undefined =>
  Object.hasOwn(VALUE_WORDS, code) ? VALUE_WORDS[code as keyof typeof VALUE_WORDS].da.toLowerCase() : undefined;

/** Ten digits as people and spreadsheet programs write them. */
export interface WrittenCpr {
  readonly digits: string;
  /** A spreadsheet program took it for a number and left the nought before it out. */
  readonly isFilledUp: boolean;
}

/** What is told of a number that was filled up, where nobody can be asked. */
export const NINE_DIGITS = 'CPR number of nine digits, read with a nought before it';

export function cprInCell(cell: FileCell): WrittenCpr {
  const text = textOfCell(cell).replace(/[\s\u00ad\u200b-]|[\u2010-\u2015]/g, '');
  const isFilledUp = /^\d{9}$/.test(text);
  return { digits: isFilledUp ? `0${text}` : text, isFilledUp };
}
