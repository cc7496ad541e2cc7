import type { Language } from '../../kernel/language';
import { tableFor, type Cell, type Column, type Table } from '../../kernel/table';

/** A spreadsheet program works out a text that begins like this; a text after an apostrophe it shows. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r]/;

/** How a spreadsheet program in a language expects a CSV; only Danish ones tell by the mark that the text is UTF-8. */
interface Dialect {
  readonly mark: string;
  readonly separator: string;
  readonly decimalSign: string;
}
const DIALECTS: Readonly<Record<Language, Dialect>> = {
  da: { mark: '\uFEFF', separator: ';', decimalSign: ',' },
  en: { mark: '', separator: ',', decimalSign: '.' },
};

/**
 * Rows as CSV for whoever reads the language: in Danish as a Danish spreadsheet program opens it (semicolon, decimal
 * comma, UTF-8 with a byte order mark), headings and words in Danish; in English for programs (RFC 4180 with comma and
 * decimal point, the columns' names and codes).
 */
export function columnsCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], language: Language): string {
  return tableCsv(tableFor(language === 'da' ? 'da' : 'programs', 'csv', columns, rows), language);
}

/** A table as CSV (RFC 4180 with the language's separators, lines end with CRLF), safe to open in a spreadsheet program. */
export function tableCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>, language: Language): string {
  const dialect = DIALECTS[language];
  const lines = [columns, ...rows].map(
    (cells) => `${cells.map((cell) => written(cell, dialect)).join(dialect.separator)}\r\n`,
  );
  return `${dialect.mark}${lines.join('')}`;
}

function written(cell: Cell, { separator, decimalSign }: Dialect): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimalSign);
  if (typeof cell === 'object') {
    return 'day' in cell ? cell.day : String(cell.percent).replace('.', decimalSign);
  }
  const text = LOOKS_LIKE_FORMULA.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
