import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { readLprF } from '../../../src/formats/adapters/lpr-f/read-lpr-f';
import { plainTime } from '../../../src/formats/domain/register-tables/register-time';
import { cellTextOf } from '../../../src/platform/extracts/parquet-cell';
import { temporaryFolder } from '../../support/temporary-folder';
import { allOf, exampleFolder, faultsOf, refusedIn, saidBy, statementsIn } from './delivered';
import { tablesOf } from './text-tables';

type Codec = 'SNAPPY' | 'GZIP' | 'ZSTD' | 'UNCOMPRESSED';

/** A Zstandard frame with one block that is not packed (RFC 8878). */
function unpackedZstd(bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(0xfd2fb528, 0);
  head.writeUInt8(0xa0, 4);
  head.writeUInt32LE(bytes.length, 5);
  head.writeUIntLE((bytes.length << 3) | 1, 9, 3);
  return new Uint8Array(Buffer.concat([head, bytes]));
}

function write(path: string, columnData: ColumnSource[], codec: Codec = 'SNAPPY', rowGroupSize = 2): void {
  const compressors = { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)), ZSTD: unpackedZstd };
  writeFileSync(path, Buffer.from(parquetWriteBuffer({ columnData, codec, compressors, rowGroupSize })));
}

/** The plain extract as Parquet: ids as whole numbers, days as days or texts. */
function parquetExtract(codec: Codec, days: 'days' | 'texts'): string {
  const folder = temporaryFolder();
  for (const { name, header, rows } of tablesOf(exampleFolder('lpr-f', 'plain'))) {
    const columnData = header.map((column, at): ColumnSource => {
      const texts = rows.map((row) => (row[at] === '' ? null : (row[at] ?? null)));
      if (/^dw_ek/.test(column)) {
        const data = texts.map((text) => (text === null ? null : BigInt(text)));
        return { name: column, data, type: 'INT64', nullable: true };
      }
      if (/^dato/.test(column) && days === 'days') {
        const data = texts.map((text) => (text === null ? null : new Date(`${text}T00:00:00Z`)));
        return { name: column, data, type: 'TIMESTAMP', nullable: true };
      }
      return { name: column.toUpperCase(), data: texts, type: 'STRING', nullable: true };
    });
    write(join(folder, `${name}.parquet`), columnData, codec);
  }
  return folder;
}

test.each([
  ['SNAPPY', 'days'],
  ['GZIP', 'texts'],
  ['ZSTD', 'days'],
  ['UNCOMPRESSED', 'days'],
] as const)('tables as Parquet (%s, days as %s) say what they say as text', async (codec, days) => {
  const asText = statementsIn(await allOf(readLprF, exampleFolder('lpr-f', 'plain')));
  const all = await allOf(readLprF, parquetExtract(codec, days));
  expect(refusedIn(all)).toEqual([]);
  expect(statementsIn(all).map(saidBy)).toEqual(asText.map(saidBy));
});

test('rows are numbered as those of a text with its headings, over all groups of rows', async () => {
  const all = statementsIn(await allOf(readLprF, parquetExtract('SNAPPY', 'days')));
  const places = all.filter(({ kind }) => kind === 'hospital.contact').map(({ place }) => place);
  expect(places).toEqual([2, 3, 4].map((row) => ({ file: 'kontakter.parquet', row })));
});

test('a CPR number that lost its nought as a number is filled up; a unit that lost digits is refused', async () => {
  const folder = temporaryFolder();
  cpSync(join(exampleFolder('lpr-f', 'quoted-parts'), 'diagnoser.csv'), join(folder, 'diagnoser.csv'));
  write(join(folder, 'kontakter.parquet'), [
    { name: 'cpr', data: [201609995n, 1502779995n], type: 'INT64' },
    { name: 'dw_ek_kontakt', data: [7001, 7003], type: 'DOUBLE' },
    { name: 'dato_start', data: ['2023-01-03', '2023-01-03'], type: 'STRING' },
    { name: 'sorenhed_ans', data: [330011000016003, 330011000016003000], type: 'DOUBLE' },
  ]);
  const all = await allOf(readLprF, folder);
  expect(statementsIn(all).map(({ record, cpr }) => [record, cpr])).toEqual([
    ['7001', '0201609995'],
    ['7001:DI214:A', '0201609995'],
  ]);
  expect(refusedIn(all)[0]).toContain('kontakter.parquet:3 sorenhed_ans The field is no SOR code');
});

test('an instant is the day it is in Denmark, a time without a zone the day it says', async () => {
  const folder = temporaryFolder();
  cpSync(join(exampleFolder('lpr-f', 'quoted-parts'), 'diagnoser.csv'), join(folder, 'diagnoser.csv'));
  const starts = [new Date('2023-01-02T23:00:00Z'), new Date('2023-06-30T22:00:00Z')];
  write(join(folder, 'kontakter.parquet'), [
    { name: 'cpr', data: ['1502779995', '1502779995'], type: 'STRING' },
    { name: 'dw_ek_kontakt', data: ['7001', '7003'], type: 'STRING' },
    { name: 'dato_start', data: starts, type: 'TIMESTAMP' },
    { name: 'sorenhed_ans', data: ['330011000016003', '330011000016003'], type: 'STRING' },
  ]);
  const contacts = statementsIn(await allOf(readLprF, folder)).slice(0, 2);
  expect(contacts.map(({ values }) => values['startedOn'])).toEqual(['2023-01-03', '2023-07-01']);
  const text = cellTextOf({
    name: 'dato_start',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
  });
  expect(text(starts[0])).toBe('2023-01-02');
});

test('a time of day is what a text says of it', () => {
  const text = cellTextOf({ name: 't', logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' } });
  expect([text(32_700_000_000n), text(0n), text(null)]).toEqual(['09:05:00', '00:00:00', '']);
  expect(['9:05', '09:05:00', '09:05:00.000', '09:05:30', 'efter'].map(plainTime)).toEqual([
    '09:05',
    '09:05',
    '09:05',
    '09:05:30',
    'efter',
  ]);
});

test.each([0.3, 0.9])('a Parquet file cut off at %d of its length is told', async (share) => {
  const folder = parquetExtract('SNAPPY', 'days');
  const file = join(folder, 'diagnoser.parquet');
  truncateSync(file, Math.floor(readFileSync(file).length * share));
  expect(await faultsOf(readLprF, folder)).toEqual([expect.stringContaining('"diagnoser.parquet" is cut off')]);
});

test('a Parquet file damaged within is told by its row, and nothing is taken', async () => {
  const folder = parquetExtract('GZIP', 'texts');
  const file = join(folder, 'diagnoser.parquet');
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4, 60);
  rmSync(file);
  writeFileSync(file, bytes);
  expect(await faultsOf(readLprF, folder)).toEqual([expect.stringContaining('cannot be read from row 2')]);
});
