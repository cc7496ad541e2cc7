import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import type { Cell, Table } from '../../kernel/table';
import { WorkbookWriter } from '../../ports/workbook-writer';
import { autoFilter } from './auto-filter';
import { withoutTimes } from './zip-times';

const LONGEST_NAME = 31;
const WIDEST = 40;
const NARROWEST = 8;
/** Spreadsheet programs count days from 1900 on, and before March as if that were a leap year. */
const FIRST_DAY = '1900-03-01';
/** As the spreadsheet program's language writes them. */
const FORMATS = { count: '#,##0', measure: '#,##0.0', percent: '0.0%', day: 'yyyy-mm-dd' };

/** Workbooks as Office Open XML (.xlsx); the heading row is bold, stays in sight and filters. */
export class XlsxWorkbookWriter extends WorkbookWriter {
  override async write(tables: readonly Table[]): Promise<Uint8Array> {
    const file = writeExcelFile(tables.map(sheetOf), { features: [autoFilter(tables)] });
    return withoutTimes(await file.toBuffer());
  }
}

function sheetOf({ name, columns, rows }: Table): Sheet<never> {
  const heading = columns.map((text): CellObject => ({ value: text, type: String, fontWeight: 'bold' }));
  return {
    sheet: sheetName(name),
    data: [heading, ...rows.map((row) => row.map(cellOf))],
    columns: columns.map((text, at) => ({ width: widthOf([text, ...rows.map((row) => row[at])]) })),
    stickyRowsCount: 1,
  };
}

/** Typed by what it is, so that a text that begins with `=` stays a text. */
function cellOf(cell: Cell): CellObject | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'string') return { value: findable(cell), type: String };
  if (typeof cell === 'number') {
    return { value: cell, type: Number, format: Number.isInteger(cell) ? FORMATS.count : FORMATS.measure };
  }
  if ('percent' in cell) return { value: hundredth(cell.percent), type: Number, format: FORMATS.percent };
  if (cell.day < FIRST_DAY) return { value: cell.day, type: String };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: FORMATS.day };
}

/** A hundredth, without the digits that dividing in binary adds. */
const hundredth = (percent: number): number => Number((percent / 100).toPrecision(12));

/** The library looks texts up in a plain object: one that every object has is told apart by a blank without width. */
function findable(text: string): string {
  return text in Object.prototype ? `${text}\u200b` : text;
}

/** Spreadsheet programs take no longer names and none of these characters. */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, '-').slice(0, LONGEST_NAME);
}

/** Room for the text, and on the heading for the button that filters. */
function widthOf(cells: readonly Cell[]): number {
  const longest = Math.max(...cells.map((cell) => textOf(cell).length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 3));
}

function textOf(cell: Cell): string {
  if (typeof cell !== 'object' || cell === null) return String(cell ?? '');
  return 'day' in cell ? cell.day : `${cell.percent.toFixed(1)} %`;
}
