import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ReadRow } from '../../../src/kernel/read-table';
import { streamCsv } from '../../../src/platform/tables/stream-csv';

const folder = mkdtempSync(join(tmpdir(), 'stream-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(content: string | Uint8Array): Promise<readonly ReadRow[]> {
  const file = join(folder, 'a.csv');
  writeFileSync(file, content);
  const rows: ReadRow[] = [];
  for await (const batch of streamCsv(file)) rows.push(...batch);
  return rows;
}
const cellsOf = async (content: string | Uint8Array) => (await rowsOf(content)).map(({ cells }) => cells);
const SMALL = 'cpr;enhed;tekst\r\n1502779995;mmol/L;Prøve på årsdagen\r\n';
const READ = [
  ['cpr', 'enhed', 'tekst'],
  ['1502779995', 'mmol/L', 'Prøve på årsdagen'],
];

test.each<[string, string | Uint8Array]>([
  ['UTF-8', SMALL],
  ['UTF-8 with a mark', `\ufeff${SMALL}`],
  ['Latin-1', Buffer.from(SMALL, 'latin1')],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${SMALL}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${SMALL}`, 'utf16le').swap16()],
  ['commas', SMALL.replaceAll(';', ',')],
  ['tabs', SMALL.replaceAll(';', '\t')],
  ['pipes', SMALL.replaceAll(';', '|')],
  ['lines that end as on a Mac of old', SMALL.replaceAll('\r\n', '\r')],
  ['quotes and blanks', SMALL.replace('mmol/L', ' "mmol/L" ')],
  ['a first line that says the separator', `sep=;\r\n${SMALL}`],
  ['blank lines before it', `\r\n\r\n${SMALL}`],
])('%s: the same rows', async (_what, bytes) => {
  expect(await cellsOf(bytes)).toEqual(READ);
});

test('rows are numbered as people see them, blank ones included and lines within a cell not', async () => {
  const rows = await rowsOf('a;b\n\n;\n1;"to\nlinjer"\n2;x\n');
  expect(rows.map(({ number, cells }) => [number, cells[1]])).toEqual([
    [1, 'b'],
    [4, 'to\nlinjer'],
    [5, 'x'],
  ]);
});

test('a quotation mark within a cell is a letter of it', async () => {
  expect(await cellsOf('a;b\n5" rør;x\n')).toEqual([
    ['a', 'b'],
    ['5" rør', 'x'],
  ]);
});

test('a letter that no UTF-8 has tells on the last of many lines what the first ones are written in', async () => {
  const many = Buffer.concat([
    Buffer.from('a;b\n'),
    Buffer.from('x;y\n'.repeat(400_000)),
    Buffer.from('å;ø\n', 'latin1'),
  ]);
  const rows = await rowsOf(many);
  expect([rows.length, rows.at(-1)]).toEqual([400_002, { number: 400_002, cells: ['å', 'ø'] }]);
});

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'The file is empty'],
  ['blanks alone', '\r\n \r\n', 'The file is empty'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]), 'neither'],
  ['a last row that stops', 'a;b;c\n1;2;3\n1;2', 'in the middle of row 3'],
  ['a quotation mark that is not closed', 'a;b;c\n1;"2;3\n1;2;3\n', 'Near row 2'],
  ['one in a large file', `a;b;c\n1;"2;3\n${'1;2;3\n'.repeat(100_000)}`, 'Near row 2'],
])('%s is not taken for a whole table', async (_what, bytes, sentence) => {
  await expect(rowsOf(bytes)).rejects.toThrow(sentence);
});

test('a last row without a new line is whole when it has as many cells, and a short one when a new line follows', async () => {
  expect((await rowsOf('a;b\n1;2')).length).toBe(2);
  expect((await rowsOf('a;b\n1\n')).length).toBe(2);
});

test('a file that is not there is told by its name', async () => {
  await expect(streamCsv(join(folder, 'none.csv')).next()).rejects.toThrow('it does not exist');
});

test('whatever stands in cells comes back, wherever the chunks of the file end', async () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => `å${text.replace(/[\p{Cc}\ufeff]/gu, '')}æ`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 9 }), async (rows) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const padding = `${'æ'.repeat(100_003)};x\n`;
      const text = `a;b\n${padding}${rows.map((cells) => `${cells.map(quoted).join(';')}\n`).join(padding)}`;
      const read = (await cellsOf(text))
        .slice(1)
        .filter(([first]) => typeof first === 'string' && first.length < 1_000);
      expect(read).toEqual(rows);
    }),
    { numRuns: 20 },
  );
});
