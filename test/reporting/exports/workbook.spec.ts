import type { Table } from '../../../src/kernel/table';
import { XlsxWorkbookWriter } from '../../../src/platform/xlsx/xlsx-workbook-writer';
import { withoutTimes } from '../../../src/platform/xlsx/zip-times';
import { tableCsv } from '../../../src/platform/text/csv';
import { sheetsOf, unzipped } from '../../support/unzip';

const DANGEROUS = ['=1+1', '+45 1', '-2+3', '@SUM(A1)', '=cmd|" /C calc"!A0'];
const table: Table = {
  name: 'Tal: æøå/[2023]',
  columns: ['unit', 'n'],
  rows: [...DANGEROUS.map((text, at) => [text, at]), ['skjult', '<3'], ['Ærø & "Fanø"', -1.5], ['tom', null]],
};
const writer = new XlsxWorkbookWriter();

test('a workbook has a sheet for every table, in their order', async () => {
  const workbook = await writer.write([table, { name: 'Om', columns: ['a'], rows: [] }]);

  expect(sheetsOf(workbook).map(({ name }) => name)).toEqual(['Tal- æøå--2023-', 'Om']);
});

test('its numbers are numbers and everything else is the text it was', async () => {
  const [sheet] = sheetsOf(await writer.write([table]));

  expect(sheet?.rows).toEqual([
    ['unit', 'n'],
    ...DANGEROUS.map((text, at) => [text, at]),
    ['skjult', '<3'],
    ['Ærø & "Fanø"', -1.5],
    expect.arrayContaining(['tom']),
  ]);
  expect(sheet?.rows.at(-1)?.[1]).toBeUndefined();
});

test('a text that every object has as a member is written as text too', async () => {
  const rows = ['constructor', 'toString', '__proto__'].map((text, at) => [text, at]);
  const [sheet] = sheetsOf(await writer.write([{ name: 'a', columns: ['x', 'y'], rows }]));
  const texts = sheet?.rows.slice(1).map(([text]) => String(text).replace('\u200b', ''));

  expect(texts).toEqual(['constructor', 'toString', '__proto__']);
});

test('no text becomes a formula', async () => {
  const files = unzipped(await writer.write([table]));

  expect([...files.values()].filter((content) => content.includes('<f>') || content.includes('<f '))).toEqual([]);
});

test('the same tables give the same bytes at another moment', async () => {
  const first = await writer.write([table]);
  const moved = Buffer.from(first);
  moved.writeUInt32LE(0x5d76_2b86, moved.indexOf('PK\u0003\u0004') + 10);
  moved.writeUInt32LE(0x5d76_2b86, moved.indexOf('PK\u0001\u0002') + 12);

  expect(withoutTimes(moved).equals(first)).toBe(true);
  expect(Buffer.from(await writer.write([table])).equals(first)).toBe(true);
});

test('what is no zip file is refused', () => {
  expect(() => withoutTimes(Buffer.alloc(100))).toThrow('no zip file');
});

test('in CSV a text that would be worked out stands after an apostrophe, and a negative number does not', () => {
  const lines = tableCsv(table, 'en').split('\r\n');

  expect(lines.slice(1, 5).map((line) => line[0])).toEqual(["'", "'", "'", "'"]);
  expect(lines[5]).toBe('"\'=cmd|"" /C calc""!A0",4');
  expect(lines.slice(6)).toEqual(['skjult,<3', '"Ærø & ""Fanø""",-1.5', 'tom,', '']);
});
