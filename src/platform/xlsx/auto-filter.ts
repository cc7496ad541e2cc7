import { getCellAddress } from 'write-excel-file/utility';
import type { Table } from '../../kernel/table';

const END_OF_CELLS = '</sheetData>';

/**
 * Filter buttons on the heading of each table. The library has none and lets a feature add to the sheets; of what it
 * writes itself everything behind the cells stands behind the filter too (ECMA-376 part 1, §18.3.1.99, CT_Worksheet).
 */
export function autoFilter(tables: readonly Table[]) {
  const transform = (sheet: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
    const at = sheet.lastIndexOf(END_OF_CELLS);
    if (at < 0) throw new Error('A sheet of the workbook has no cells to filter.');
    const behind = at + END_OF_CELLS.length;
    return sheet.slice(0, behind) + filterOf(tables[sheetIndex] as Table) + sheet.slice(behind);
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

function filterOf({ columns, rows }: Table): string {
  return `<autoFilter ref="${getCellAddress(0, 0)}:${getCellAddress(rows.length, columns.length - 1)}"/>`;
}
