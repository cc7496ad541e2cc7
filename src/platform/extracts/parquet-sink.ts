import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter, type Writer } from 'hyparquet-writer';
import { dayNumber } from '../../kernel/day';
import type { ColumnType, TypedCell, TypedColumn } from '../../kernel/typed-column';
import type { TableSink, TakeBytes } from './table-sink';

const ROWS_OF_A_GROUP = 20_000;

const TYPES: Readonly<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  day: { type: 'INT32', converted_type: 'DATE' },
};

/**
 * Rows as a Parquet file (Snappy; texts, INT64, DOUBLE and DATE; a column that is always filled is required). Rows of one
 * group are in memory at a time; the same rows give the same bytes.
 */
export class ParquetSink implements TableSink {
  private readonly writer: ParquetWriter;
  private columns: TypedCell[][];
  private rows = 0;

  constructor(
    private readonly described: readonly TypedColumn[],
    take: TakeBytes,
  ) {
    const schema = [{ name: 'root', num_children: described.length }, ...described.map(elementOf)];
    this.writer = new ParquetWriter({ writer: handingOn(take), schema, createdBy: 'rehabspor' });
    this.columns = described.map(() => []);
  }

  write(row: readonly TypedCell[]): void {
    for (let at = 0; at < this.columns.length; at += 1) this.columns[at]?.push(row[at]);
    this.rows += 1;
    if (this.rows === ROWS_OF_A_GROUP) this.writeGroup();
  }

  end(): void {
    if (this.rows > 0) this.writeGroup();
    void this.writer.finish(); // What is handed on at once is written at once.
  }

  private writeGroup(): void {
    const columnData = this.described.map(({ name, type }, at) => ({
      name,
      data: (this.columns[at] ?? []).map((cell) => valueOf(type, cell)),
    }));
    void this.writer.write({ columnData, rowGroupSize: this.rows });
    this.columns = this.described.map(() => []);
    this.rows = 0;
  }
}

function elementOf({ name, type, isFilled }: TypedColumn): SchemaElement {
  return { name, ...TYPES[type], repetition_type: isFilled === true ? 'REQUIRED' : 'OPTIONAL' };
}

function valueOf(type: ColumnType, cell: TypedCell): string | number | bigint | undefined {
  if (cell === undefined || cell === null) return undefined;
  if (type === 'integer') return BigInt(cell);
  return type === 'day' ? dayNumber(String(cell)) : cell;
}

/** What is written goes on after each group, so that no more than one is held. */
function handingOn(take: TakeBytes): Writer {
  const writer = new ByteWriter();
  const flush = (): void => {
    take(Buffer.from(writer.getBytes())); // A copy: its memory is written over.
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
}
