import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { ParquetSink } from '../../../src/platform/extracts/parquet-sink';
import { RESEARCH_TABLES, TABLE_NAMES } from '../../../src/operations/research/tables';
import { temporaryFolder } from '../../support/temporary-folder';
import { AS_OF, plantedPopulation, rowsIn, storeOf } from './researched';

const folder = temporaryFolder();

const bytesOf = (path: string): ArrayBuffer => new Uint8Array(readFileSync(path)).buffer;
const written = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  return isNumber ? String(value) : typeof value === 'string' ? value : '';
};

test('Parquet and CSV say the same, in the types that the dictionary tells', async () => {
  const store = await storeOf(folder, plantedPopulation(40, 42));
  await store.research('csv', ...AS_OF);
  await store.research('parquet', ...AS_OF, '--format', 'parquet');
  for (const table of TABLE_NAMES) {
    const file = bytesOf(join(store.folder('parquet'), `${table}.parquet`));
    const rows = await parquetReadObjects({ file });
    const said = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, written(cell)])),
    );
    expect(said.length).toBeGreaterThan(30);
    expect(said).toEqual(rowsIn(store.folder('csv'), table));

    const { schema } = await parquetMetadataAsync(file);
    const kinds = { text: 'UTF8', day: 'DATE', integer: 'INT64', number: 'DOUBLE' };
    expect(schema.slice(1).map(({ name, type, converted_type: as }) => [name, as ?? type])).toEqual(
      RESEARCH_TABLES[table].map(({ name, type }) => [name, kinds[type]]),
    );
  }
});

test('rows of many groups come out in their order, with empty cells where there is nothing', async () => {
  const chunks: Uint8Array[] = [];
  const sink = new ParquetSink(
    [
      { name: 'number', type: 'integer', isFilled: true },
      { name: 'text', type: 'text' },
      { name: 'share', type: 'number' },
      { name: 'on', type: 'day' },
    ],
    (bytes) => void chunks.push(bytes),
  );
  const rows = Array.from({ length: 45_000 }, (_, at) =>
    at % 3 === 0 ? [at, null, undefined, null] : [at, `text ${at}`, at / 8, at % 2 === 0 ? '2023-01-03' : '1899-12-31'],
  );
  for (const row of rows) sink.write(row);
  const beforeEnd = chunks.length;
  sink.end();

  const file = new Uint8Array(Buffer.concat(chunks)).buffer;
  const { row_groups: groups } = await parquetMetadataAsync(file);
  const read = await parquetReadObjects({ file });
  expect([beforeEnd, groups.map(({ num_rows: count }) => Number(count))]).toEqual([2, [20_000, 20_000, 5_000]]);
  expect(read.map((row) => Object.values(row).map(written))).toEqual(rows.map((row) => row.map(written)));
});
