import type { Table } from '../kernel/table';

/**
 * Writes tables as a workbook people open in a spreadsheet program.
 *
 * Promises: a sheet for every table, in their order, with a heading that stays in sight and filters; numbers are numbers,
 * percentages numbers shown as such, days dates; text is text, whatever it begins with, and is never worked out as a
 * formula; the same tables give the same bytes on any day.
 */
export abstract class WorkbookWriter {
  abstract write(tables: readonly Table[]): Promise<Uint8Array>;
}
