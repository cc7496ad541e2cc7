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

/** `2024-05-03`, `03-05-2024`, `3.5.2024` or `03/05/2024`: the day first, the year in full. */
function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  const written = day === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

function numberIn(text: string): number | undefined {
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
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

export function cprInCell(cell: FileCell): WrittenCpr {
  const text = textOfCell(cell).replace(/[\s\u00ad\u200b-]|[\u2010-\u2015]/g, '');
  const isFilledUp = /^\d{9}$/.test(text);
  return { digits: isFilledUp ? `0${text}` : text, isFilledUp };
}
