import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import fc from 'fast-check';
import { readLprF } from '../../../src/formats/adapters/lpr-f/read-lpr-f';
import { temporaryFolder } from '../../support/temporary-folder';
import { allOf, exampleFolder, faultsOf, refusedIn, statementsIn, unmappedIn } from './delivered';

/** The plain extract with something done to it. */
function extract(change: (folder: string) => void = () => undefined): string {
  const folder = temporaryFolder();
  cpSync(exampleFolder('lpr-f', 'plain'), folder, { recursive: true });
  change(folder);
  return folder;
}
const edit = (folder: string, file: string, change: (text: string) => string | Buffer): void =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

test('a missing table is told by its name, and what to do', async () => {
  const folder = extract((at) => rmSync(join(at, 'diagnoser.csv')));
  expect(await faultsOf(readLprF, folder)).toEqual([
    'The table "diagnoser" is missing. Put it into the folder; if there is nothing to deliver, with its headings alone.',
  ]);
});

test('a table that nothing need be said in may be away from what adds to earlier deliveries, not from one that replaces them', async () => {
  const folder = extract((at) => rmSync(join(at, 'procedurer_kirurgi.csv')));
  expect(await faultsOf(readLprF, folder)).toEqual([]);
  expect(await faultsOf(readLprF, folder, { isWhole: true })).toEqual([
    expect.stringContaining('The table "procedurer_kirurgi" is missing.'),
  ]);
});

test('every fault of a delivery is told at once', async () => {
  const folder = extract((at) => {
    edit(at, 'kontakter.csv', (text) => text.replace('dw_ek_kontakt', 'dw_ek_kontact'));
    edit(at, 'diagnoser.csv', (text) => text.replace('senere_afkraeftet', 'note'));
    edit(at, 'procedurer_andre.csv', (text) => text.replace('dw_ek_kontakt', 'a').replace('dw_ek_forloeb', 'b'));
    edit(at, 'resultater.csv', (text) => text.replace('triggerkode', 'resultattype'));
    renameSync(join(at, 'procedurer_kirurgi.csv'), join(at, 'procedurer_kirugi.csv'));
  });
  expect(await faultsOf(readLprF, folder)).toEqual([
    'The column "senere_afkraeftet" is missing in "diagnoser.csv". Make the extract again with it.',
    'The column "dw_ek_kontakt" is missing in "kontakter.csv". The column "dw_ek_kontact" looks like it; call it "dw_ek_kontakt".',
    '"procedurer_andre.csv" has no column dw_ek_kontakt or dw_ek_forloeb. Make the extract again with one of them.',
    'The file "procedurer_kirugi.csv" is named like no table. If "procedurer_kirurgi" is meant, call it that.',
    'The column "resultattype" stands twice in "resultater.csv". Delete one.',
  ]);
});

test('a folder without tables, or no folder, is no delivery', async () => {
  expect(await faultsOf(readLprF, temporaryFolder())).toEqual([expect.stringContaining('None of the extract')]);
  expect(await faultsOf(readLprF, join(temporaryFolder(), 'none'))).toEqual([
    expect.stringContaining('does not exist'),
  ]);
});

test.each([
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'is saved as UTF-16'],
  ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le'), 'is saved as UTF-16'],
  ['gzip', (text: string) => gzipSync(text), 'is packed'],
  ['nothing', () => '', 'is empty'],
  ['blank lines', () => '\n\n', 'cannot be read as headings'],
  ['lines without ends', () => 'a;b;'.repeat(300_000), 'is neither a CSV file nor Parquet'],
  ['headings without an end', () => 'dw_ek_kontakt;diag', 'is cut off at row 1'],
])('a file in %s is told, and how to save it', async (_what, change, told) => {
  const folder = extract((at) => edit(at, 'diagnoser.csv', change));
  expect(await faultsOf(readLprF, folder)).toEqual([expect.stringContaining(told)]);
});

test('a file that is cut off within a line after its first row is never taken for a whole one', async () => {
  const whole = readFileSync(join(exampleFolder('lpr-f', 'plain'), 'kontakter.csv'));
  const min = whole.indexOf(10, whole.indexOf(10) + 1) + 2;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min, max: whole.length - 2 }), async (length) => {
      fc.pre(whole[length - 1] !== 10 && whole[length] !== 10);
      const folder = extract((at) => truncateSync(join(at, 'kontakter.csv'), length));
      expect((await faultsOf(readLprF, folder)).join()).toMatch(/cut off|missing/);
    }),
    { numRuns: 80 },
  );
});

test('a last line without its end is read where it is whole', async () => {
  const folder = extract((at) => edit(at, 'kontakter.csv', (text) => text.trimEnd()));
  expect(statementsIn(await allOf(readLprF, folder))).toHaveLength(17);
});

test('a table may be a folder of parts, as programs write it, with what they put beside', async () => {
  const folder = extract((at) => {
    mkdirSync(join(at, 'Diagnoser.csv', 'year=2023'), { recursive: true });
    renameSync(join(at, 'diagnoser.csv'), join(at, 'Diagnoser.csv', 'year=2023', 'part-0.csv'));
    writeFileSync(join(at, 'Diagnoser.csv', '_SUCCESS'), '');
    writeFileSync(join(at, '.DS_Store'), '');
    mkdirSync(join(at, 'gamle'));
    writeFileSync(join(at, 'gamle', 'kontakter.csv'), 'not read');
  });
  const all = await allOf(readLprF, folder);
  expect(statementsIn(all)).toHaveLength(17);
  expect(statementsIn(all).find(({ kind }) => kind === 'hospital.diagnosis')?.place.file).toBe(
    'Diagnoser.csv/year=2023/part-0.csv',
  );
  expect(unmappedIn(all)).toContain('file gamle/kontakter.csv');
});

test('a table that is there as text and as Parquet counts once or not at all', async () => {
  const folder = extract((at) => writeFileSync(join(at, 'diagnoser.parquet'), 'PAR1'));
  expect((await faultsOf(readLprF, folder)).join()).toContain('both as text and as Parquet');
});

test('the file in which rows are put aside is gone afterwards, also where reading failed or was given up', async () => {
  const workFolder = temporaryFolder();
  const { SqliteStaging } = await import('../../../src/platform/sqlite/sqlite-staging');
  const staging = (): InstanceType<typeof SqliteStaging> => new SqliteStaging(workFolder);
  await allOf(readLprF, extract(), { staging });
  const cut = extract((at) => edit(at, 'diagnoser.csv', (text) => text.slice(0, -12)));
  expect(await faultsOf(readLprF, cut, { staging })).toHaveLength(1);
  for await (const batch of readLprF(extract(), { workFolder, staging })) if (refusedIn(batch).length === 0) break;
  expect(readdirSync(workFolder)).toEqual([]);
});
