import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import type { Cell, Table } from '../../kernel/table';
import { WorkbookWriter } from '../../ports/workbook-writer';
import { withoutTimes } from './zip-times';

const LONGEST_NAME = 31;
const WIDEST = 40;
const NARROWEST = 8;

/** Workbooks as Office Open XML (.xlsx); the heading row is bold and stays in sight. */
export class XlsxWorkbookWriter extends WorkbookWriter {
  override async write(tables: readonly Table[]): Promise<Uint8Array> {
    return withoutTimes(await writeExcelFile(tables.map(sheetOf)).toBuffer());
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
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: findable(cell), type: String };
}

/** The library looks texts up in a plain object: one that every object has is told apart by a blank without width. */
function findable(text: string): string {
  return text in Object.prototype ? `${text}\u200b` : text;
}

/** Spreadsheet programs take no longer names and none of these characters. */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, '-').slice(0, LONGEST_NAME);
}

function widthOf(cells: readonly Cell[]): number {
  const longest = Math.max(...cells.map((cell) => String(cell ?? '').length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
