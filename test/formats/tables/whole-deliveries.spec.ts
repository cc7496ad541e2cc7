import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableFormatName } from '../../../src/formats/domain/tables/table-format-names';
import { DeliveryFault } from '../../../src/formats/domain/delivery-fault';
import { registrationOfRow } from '../../../src/intake/domain/files/row-events';
import { XlsxWorkbookWriter } from '../../../src/platform/xlsx/xlsx-workbook-writer';
import { rowsOf } from '../../intake/files/files';
import { digest, folderOfSpecs, readAll, statementsOf } from './tables';

const folder = folderOfSpecs();
let made = 0;
/** A file of its own folder. */
function fileOf(content: string | Uint8Array, name = 'a.csv'): string {
  const of = join(folder, String((made += 1)));
  mkdirSync(of);
  writeFileSync(join(of, name), content);
  return join(of, name);
}

const LAB = 'cpr;npu;value;unit;samplingdate;prøvenummer';
const ROW = '1502779995;NPU01568;1,8;mmol/L;2023-02-01;A1';

test.each<[string, TableFormatName, string | Uint8Array, string]>([
  ['an empty file', 'laboratory', '', 'a.csv: The file is empty.'],
  ['a picture', 'laboratory', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'a.csv: The file is neither'],
  ['an old workbook', 'municipal', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'Excel’s old format'],
  [
    'a file of another format',
    'laboratory',
    'type;courseId\nstart;F\n',
    'none of the column names of this format, such as “cpr”',
  ],
  ['a file without its headings', 'laboratory', `${ROW}\n`, 'none of the column names'],
  ['a file that lacks a column', 'laboratory', `${LAB.replace(';unit', '')}\n`, 'The column “unit” is missing.'],
  ['one that calls it otherwise', 'laboratory', `${LAB.replace(';unit', ';unitt')}\n`, 'The column “unitt” is like it'],
  ['a column that stands twice', 'laboratory', `${LAB};VALUE\n`, 'The column “value” stands there twice.'],
  [
    'rows of a kind whose column is missing',
    'municipal',
    'type;cpr;kind\nindsats;1502779995;diet\n',
    'The column “deliveredOn” is missing',
  ],
  ['an open quotation mark', 'laboratory', `${LAB}\n${ROW.replace('A1', '"A1')}\n${ROW}\n`, 'Near row 2'],
])('%s is no delivery', async (_what, name, content, sentence) => {
  const reading = readAll(name, fileOf(content));
  await expect(reading).rejects.toThrow(DeliveryFault);
  await expect(reading).rejects.toThrow(sentence);
});

test('faults name the file and no CPR number', async () => {
  const file = fileOf('', '150277-9995.csv');
  await expect(readAll('laboratory', file)).rejects.toThrow('••••••-••••.csv: The file is empty.');
  await expect(readAll('laboratory', fileOf(`${LAB};1502779995\n${ROW};x\n`))).resolves.toMatchObject([
    { is: 'unmapped', what: 'column ••••••-••••' },
    { is: 'statement' },
  ]);
});

test('a folder without a table is none, and what lies beside tables is told', async () => {
  const file = fileOf('læs mig', 'README.md');
  await expect(readAll('laboratory', join(file, '..'))).rejects.toThrow('The folder has no table');
  writeFileSync(join(file, '..', 'b.CSV'), `${LAB}\n${ROW}\n`);
  writeFileSync(join(file, '..', '.~lock.b.csv#'), 'x');
  expect((await readAll('laboratory', join(file, '..'))).map((one) => [one.is, one.place.file])).toEqual([
    ['unmapped', 'README.md'],
    ['statement', 'b.CSV'],
  ]);
});

test('one file of a folder that is not whole stops the folder', async () => {
  const file = fileOf(`${LAB}\n${ROW}\n`);
  writeFileSync(join(file, '..', 'b.csv'), `${LAB}\n${ROW.slice(0, 20)}`);
  await expect(readAll('laboratory', join(file, '..'))).rejects.toThrow('b.csv: The file ends in the middle of row 2.');
});

test('headings without rows are a month in which nothing happened, and told', async () => {
  expect(await readAll('laboratory', fileOf(`${LAB}\n`))).toMatchObject([
    { is: 'unmapped', what: 'headings without rows' },
  ]);
});

test('a path that is not there is told by its name', async () => {
  await expect(readAll('laboratory', join(folder, 'none'))).rejects.toThrow('it does not exist');
});

test('a workbook of more rows than the page takes is read as the CSV file is', async () => {
  const rows = Array.from({ length: 6_000 }, (_, at) => [
    '0504909995',
    'NPU01568',
    1.8,
    'mmol/L',
    { day: '2023-02-01' },
    `A${at}`,
  ]);
  const columns = LAB.split(';');
  const workbook = fileOf(await new XlsxWorkbookWriter().write([{ name: 'Svar', columns, rows }]), 'svar.xlsx');
  const csv = fileOf([LAB, ...rows.map((_, at) => `0504909995;NPU01568;1,8;mmol/L;01-02-2023;A${at}`)].join('\n'));
  const plain = (statements: ReturnType<typeof statementsOf>) =>
    statements.map(({ place, ...said }) => [place.row, said]);
  expect(plain(statementsOf(await readAll('laboratory', workbook)))).toEqual(
    plain(statementsOf(await readAll('laboratory', csv))),
  );
});

test('one bad row stops no other, in any column', async () => {
  const cells = ROW.split(';');
  const bad = cells.slice(0, 5).map((_, at) => cells.map((cell, of) => (of === at ? '' : cell)).join(';'));
  const read = await readAll('laboratory', fileOf([LAB, ...bad, ROW].join('\n')));
  expect(read.map((one) => (one.is === 'refused' ? one.place.column : one.is))).toEqual([
    ...LAB.split(';').slice(0, 5),
    'statement',
  ]);
});

test('a letter that was lost when the file was saved refuses its row alone', async () => {
  const read = await readAll('laboratory', fileOf(`${LAB}\n${ROW.replace('A1', 'P\ufffdve')}\n${ROW}\n`));
  expect(read).toMatchObject([{ is: 'refused', place: { row: 2, column: 'prøvenummer' } }, { is: 'statement' }]);
});

const MUNICIPAL = 'type;cpr;kind;measuredOn;anxiety;depression';
const MEASURED = 'måling;1502779995;hads;2024-03-02;9;4';

test('a municipality is named by the row or the command, and the two must not differ', async () => {
  const bare = fileOf(`${MUNICIPAL}\n${MEASURED}\n`);
  expect(await readAll('municipal', bare)).toMatchObject([{ is: 'refused' }]);
  expect(await readAll('municipal', bare, { source: 'municipality:0461' })).toMatchObject([
    { source: 'municipality:0461' },
  ]);
  const named = fileOf(`${MUNICIPAL};Kommunekode\n${MEASURED};101\n${MEASURED};municipality:0461\n`);
  expect(await readAll('municipal', named)).toMatchObject([
    { source: 'municipality:0101' },
    { source: 'municipality:0461' },
  ]);
  expect(await readAll('municipal', named, { source: 'municipality:0461' })).toMatchObject([
    { is: 'refused', place: { row: 2, column: 'Kommunekode' } },
    { is: 'statement' },
  ]);
});

test('what one register alone reports is not imported for another', async () => {
  const file = fileOf(`${LAB}\n${ROW}\n`);
  await expect(readAll('laboratory', file, { source: 'municipality:0461' })).rejects.toThrow('laboratory:lab-database');
});

test('a municipal row without an id is the same registration from a command as from the page', async () => {
  const [row] = await rowsOf(`${MUNICIPAL}\n${MEASURED}`);
  const [statement] = statementsOf(
    await readAll('municipal', fileOf(`${MUNICIPAL}\n${MEASURED}\n`), { source: 'municipality:0461' }),
  );
  if (row?.content === undefined) throw new Error('no row');
  expect(statement?.record).toBe(registrationOfRow(row.content, { source: 'municipality:0461', digest }).record);
});

test('without a key nothing is named by whom it is of', async () => {
  const file = fileOf('cpr;atc;eksd\n1502779995;C10AA05;20230105\n');
  expect(await readAll('prescription', file, 'no key')).toMatchObject([{ is: 'refused' }]);
  expect(await readAll('laboratory', fileOf(`${LAB}\n${ROW}\n`), 'no key')).toMatchObject([{ is: 'statement' }]);
});

test('the same laboratory registration is found again however its row is written', async () => {
  const other = 'PRØVE-NUMMER,NPU,Resultat,Enhed,Prøvedato,CPR\na1,npu01568,"2,1",mmol/L,01.02.2023,150277-9995\n';
  const records = await Promise.all(
    [fileOf(`${LAB}\n${ROW}\n`), fileOf(other)].map(
      async (file) => statementsOf(await readAll('laboratory', file))[0]?.record,
    ),
  );
  expect(records[1]).toBe(records[0]);
});

test.each([
  ['version', '2', { stated: { version: 2 } }],
  ['version', '0', { is: 'refused' }],
  ['status', 'Slettet', { status: 'retracted' }],
  ['status', 'måske', { is: 'refused' }],
  ['rehabspor_time', '2024-05-03T10:00:00+02:00', { stated: { time: '2024-05-03T10:00:00+02:00' } }],
  ['rehabspor_time', '2024-05-03', { is: 'refused' }],
  ['recordid', 'R-7', { record: 'R-7' }],
  ['rehabspor_event', '{}', { is: 'refused' }],
  ['rehabspor_event', '[1', { is: 'refused' }],
])('%s %s is read beside a table’s own columns', async (column, cell, expected) => {
  const [one] = await readAll('laboratory', fileOf(`${LAB};${column}\n${ROW};${cell}\n`));
  expect(one).toMatchObject(expected);
});

test('a registration that is taken back needs no more than its names', async () => {
  const taken = await readAll('laboratory', fileOf(`${LAB};status\n1502779995;NPU01568;;;;A1;slettet\n`));
  expect(taken).toMatchObject([{ is: 'statement', status: 'retracted', cpr: '1502779995' }]);
  expect(statementsOf(taken)[0]?.record).toBe(
    statementsOf(await readAll('laboratory', fileOf(`${LAB}\n${ROW}\n`)))[0]?.record,
  );
});

test.each(['NA', 'NULL', '.'])('%s is how a statistics program writes that there is nothing', async (nothing) => {
  const rows = ['1502779995;01;2023-01-01;', '1502779995;90;2023-02-01;461'].map((row) =>
    row.replace(/;$/, `;${nothing}`),
  );
  const read = await readAll('civil-registration', fileOf(`cpr;status;statusdato;kommunekode\n${rows.join('\n')}\n`));
  expect(statementsOf(read).map(({ values }) => values['municipality'])).toEqual([undefined, '0461']);
  expect(await readAll('laboratory', fileOf(`${LAB}\n${ROW.replace('1,8', nothing)}\n`))).toMatchObject([
    { is: 'refused', place: { column: 'value' } },
  ]);
});
