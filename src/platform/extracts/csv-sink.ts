import type { TypedCell, TypedColumn } from '../../kernel/typed-column';
import type { TableSink, TakeBytes } from './table-sink';

const NEEDS_QUOTES = /[",\r\n]/;

/**
 * Rows as CSV for programs (RFC 4180: comma, decimal point, CRLF, quotes where they are needed; UTF-8 without a mark),
 * headings first. An empty cell is no value. Texts are written as they are: for codes, not for what people write.
 */
export class CsvSink implements TableSink {
  constructor(
    columns: readonly TypedColumn[],
    private readonly take: TakeBytes,
  ) {
    this.write(columns.map(({ name }) => name));
  }

  write(row: readonly TypedCell[]): void {
    this.take(Buffer.from(`${row.map(written).join(',')}\r\n`, 'utf8'));
  }

  end(): void {
    // Every row is written when it comes.
  }
}

function written(cell: TypedCell): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
