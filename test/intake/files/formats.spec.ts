import { unzipSync, zipSync } from 'fflate';
import { readTable } from '../../../src/platform/tables/read-table';
import { XlsxWorkbookWriter } from '../../../src/platform/xlsx/xlsx-workbook-writer';
import { rowsOf, saidOf } from './files';

const SMALL = 'type;cpr;courseId;startedOn\r\nstart;1502779995;Forløb å;2024-01-02\r\n';
const contentsOf = async (bytes: string | Uint8Array) => (await rowsOf(bytes)).map(({ content }) => content);

test.each<[string, string | Uint8Array]>([
  ['UTF-8 with a mark', `\ufeff${SMALL}`],
  ['Latin-1', Buffer.from(SMALL, 'latin1')],
  ['UTF-16, as Excel saves Unicode text', Buffer.from(`\ufeff${SMALL}`, 'utf16le')],
  ['commas', SMALL.replaceAll(';', ',')],
  ['tabs', SMALL.replaceAll(';', '\t')],
  ['lines that end as on a Mac of old', SMALL.replaceAll('\r\n', '\r')],
  ['quotes and blanks', SMALL.replace('Forløb å', ' "Forløb å" ')],
])('%s: a CSV file is read the same', async (_what, bytes) => {
  expect(await contentsOf(bytes)).toEqual(await contentsOf(SMALL));
});

test('rows are numbered as people see them, blank ones included and lines within a cell not', async () => {
  const rows = await rowsOf(`${SMALL}\r\n;;;\r\nstart;1502779995;"to\r\nlinjer";2024-01-02\r\nslut`);
  expect(rows.map(({ number }) => number)).toEqual([2, 5, 6]);
  const columns = ['type', 'cpr'];
  const sheet = [
    ['start', '1'],
    [null, null],
    ['end', '2'],
  ];
  const workbook = await new XlsxWorkbookWriter().write([{ name: 'A', columns, rows: sheet }]);
  const table = await readTable(workbook);
  expect('rows' in table && table.rows.map(({ number }) => number)).toEqual([1, 2, 4]);
});

test('a cell that a spreadsheet program would work out is read without the apostrophe before it', async () => {
  expect(await readTable(Buffer.from("a;b\n'=1+1;'-x"))).toMatchObject({ rows: [{}, { cells: ['=1+1', '-x'] }] });
});

const writer = new XlsxWorkbookWriter();
const SHEET = 'xl/worksheets/sheet1.xml';
/** A workbook whose sheet is changed as no spreadsheet program would. */
async function forged(change: (sheet: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await writer.write([{ name: 'A', columns: ['type', 'cpr'], rows: [['start', '1']] }]));
  const sheet = change(Buffer.from(parts[SHEET] ?? []).toString());
  return zipSync({ ...parts, [SHEET]: Buffer.from(sheet) });
}

test.each<[string, (sheet: string) => string, string]>([
  ['a last cell in row ten million', (sheet) => sheet.replace('r="B2"', 'r="B9999999"'), 'mere end 5000 rækker'],
  ['a last cell in column XFD', (sheet) => sheet.replace('r="B2"', 'r="XFD2"'), 'mere end 5000 rækker'],
  ['a row of a number nobody counts to', (sheet) => sheet.replace('<row r="2"', '<row r="99999999999"'), 'hverken'],
  ['a row whose number hides', (sheet) => sheet.replace('<row r="2"', '<row x=">" r="999999"'), 'mere end 5000'],
  ['a cell that is nowhere', (sheet) => sheet.replace('r="B2"', ''), 'hverken'],
  ['a cell that is in two places', (sheet) => sheet.replace('r="B2"', 'r="B2" r="B9999999"'), 'hverken'],
  ['a cell that is spelt in signs', (sheet) => sheet.replace('r="B2"', 'r="B&#57;9999999"'), 'hverken'],
  ['a sheet of 60 MB of blanks', (sheet) => sheet + ' '.repeat(60 << 20), 'mere end 40 MB'],
  ['no XML', () => 'PK', 'hverken'],
])('a workbook with %s is refused before room is made for it', async (_what, change, sentence) => {
  const workbook = await forged(change);
  expect(workbook.length).toBeLessThan(5 << 20);
  expect(await saidOf(workbook)).toContain(sentence);
});

test('a zip file that says less than it holds, or is none of these, is refused', async () => {
  const parts = { [SHEET]: Buffer.alloc(60 << 20), 'xl/workbook.xml': Buffer.from('<workbook/>') };
  const zip = Buffer.from(zipSync(parts));
  const at = zip.lastIndexOf(Buffer.from('504b0102', 'hex'), zip.indexOf(Buffer.from('504b0506', 'hex')));
  for (let entry = zip.indexOf(Buffer.from('504b0102', 'hex')); entry >= 0 && entry <= at;) {
    zip.writeUInt32LE(1, entry + 24);
    entry = zip.indexOf(Buffer.from('504b0102', 'hex'), entry + 1);
  }
  expect(await saidOf(zip)).toContain('mere end 40 MB');
  expect(await saidOf(zipSync({ 'a.txt': Buffer.from('a') }))).toContain('hverken');
});

test('more rows than a month has are refused', async () => {
  const row = 'start;1502779995;F;2024-01-02\n';
  expect(await saidOf(`type;cpr;courseId;startedOn\n${row.repeat(5_001)}`)).toContain('mere end 5000 rækker');
  expect(await saidOf(`type;cpr;courseId;startedOn\n${row.repeat(5_000)}`)).toBe('');
});
