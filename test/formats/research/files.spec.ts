import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PersonKeys } from '../../../src/access/domain/person-key';
import { projectNames } from '../../../src/access/domain/project-names';
import { holdsCpr } from '../../../src/kernel/cpr-text';
import { PERSON_KEY_FORM } from '../../../src/kernel/person-key-form';
import { expectUnsaid } from '../../support/spellings';
import { temporaryFolder } from '../../support/temporary-folder';
import { AS_OF, bytesIn, FILES, plantedPopulation, rowsIn, storeOf, type Event } from './researched';

const folder = temporaryFolder();
const lines = plantedPopulation(60, 41);
const events = lines.flatMap((line): Event[] => {
  try {
    return [JSON.parse(line) as Event];
  } catch {
    return [];
  }
});
let store: Awaited<ReturnType<typeof storeOf>>;
let decided: readonly Record<string, unknown>[];

beforeAll(async () => {
  store = await storeOf(folder, lines);
  decided = await store.decisions(...AS_OF);
  for (const [name, project] of [
    ['one', 'one'],
    ['again', 'one'],
    ['two', 'two'],
  ] as const)
    expect(await store.research(name, ...AS_OF, '--project', project)).toMatchObject({ exitCode: 0, out: '' });
  await store.research('parquet', ...AS_OF, '--project', 'one', '--format', 'parquet');
});

const tables = (name: string) => ['pathways', 'facts', 'decisions'].map((table) => rowsIn(store.folder(name), table));
const cellsOf = (name: string): ReadonlySet<string> =>
  new Set(
    tables(name)
      .flat()
      .flatMap((row) => Object.values(row)),
  );
const personsOf = (name: string): ReadonlySet<string> =>
  new Set(tables(name).flatMap((rows) => rows.map((row) => row['person'] ?? '')));

test('the files are all there, for their owner alone', () => {
  expect(readdirSync(store.folder('one')).sort()).toEqual(FILES);
  for (const name of FILES) expect(statSync(join(store.folder('one'), name)).mode & 0o777).toBe(0o600);
  expect(statSync(store.folder('one')).mode & 0o777).toBe(0o700);
});

test('no file holds a CPR number, what people wrote, or a date of birth', () => {
  const numbers = new Set(events.map(({ data }) => String(data['cpr']).replace('-', '')));
  expect(numbers.size).toBeGreaterThan(50);
  for (const name of ['one', 'parquet']) {
    for (const content of Object.values(bytesIn(store.folder(name)))) {
      expectUnsaid(content);
      for (const said of [...numbers, 'on Friday', 'Moved in with', 'asks ']) expect(content).not.toContain(said);
    }
  }
  for (const cell of cellsOf('one')) expect([cell, holdsCpr(cell)]).toEqual([cell, false]);
});

test('no cell is a person key, an event, a registration, a contact or a course', () => {
  const identifiers = events.flatMap(({ id, data: { recordId, contactId, courseId } }) => [
    id,
    recordId,
    contactId,
    courseId,
  ]);
  const cells = cellsOf('one');
  expect(identifiers.filter((id) => typeof id === 'string' && cells.has(id))).toEqual([]);
  for (const { person } of decided) expect(cells.has(String(person))).toBe(false);
  for (const cell of cells) expect(PERSON_KEY_FORM.test(cell)).toBe(false);
});

test('the decisions are those of evaluate, one for one', () => {
  const said = decided.map(({ pathway, number, indicator, definition, outcome, window, ...other }) => {
    const { from, to } = window as { from: string; to: string };
    const { reason = '', provisional = '', indexDay = '', possible = [] } = other;
    const may = (possible as readonly string[]).join(' ');
    return [pathway, number, indicator, definition, outcome, from, to, reason, provisional, indexDay, may].map(String);
  });
  const written = rowsIn(store.folder('one'), 'decisions').map((row) =>
    ['pathway', 'number', 'indicator', 'definition', 'outcome', 'window_from', 'window_to', 'reason', 'provisional']
      .concat(['index_day', 'possible'])
      .map((column) => row[column]),
  );
  const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

  expect(written.length).toBeGreaterThan(500);
  expect(inOrder(written)).toEqual(inOrder(said));
});

test('every value and every fact that decided is there', () => {
  const rows = rowsIn(store.folder('one'), 'decisions');
  const values = (from: Readonly<Record<string, unknown>>) => Object.values(from).map(String).sort();
  const said = decided.map(({ value = {}, decisive }) => {
    const all = decisive as readonly { on: string; source: string; sector: string }[];
    const by = 'attended' in (value as object) || Object.keys(value as object).length > 0 ? all.at(-1) : all[0];
    return JSON.stringify([values(value as Record<string, unknown>), by?.on ?? '', by?.source ?? '', by?.sector ?? '']);
  });
  const written = rows.map((row) => {
    const filled = Object.entries(row).filter(([column, cell]) => column.startsWith('value_') && cell !== '');
    const { decided_on: on, decided_by: source, decided_by_sector: sector } = row;
    return JSON.stringify([values(Object.fromEntries(filled)), on, source, sector]);
  });
  expect([...written].sort()).toEqual([...said].sort());
});

test('rows are ordered by name, pathway and number, and every fact and decision has its pathway', () => {
  const [pathways = [], facts = [], decisions = []] = tables('one');
  const place = (row: Readonly<Record<string, string>>, number = 'number') =>
    `${row['person']} ${row['pathway']?.padStart(3, '0')} ${(row[number] ?? '').padStart(6, '0')}`;
  for (const rows of [pathways, facts, decisions]) {
    const places = rows.map((row) => place(row));
    expect(places).toEqual([...places].sort());
    expect(new Set(places).size).toBe(places.length);
  }
  const known = new Set(pathways.map((row) => place(row, '')));
  expect([...facts, ...decisions].filter((row) => !known.has(place(row, '')))).toEqual([]);
  expect(facts.filter(({ day = '' }) => day > '2023-10-15')).toEqual([]);
});

test('the same store and question give the same bytes', () => {
  expect(bytesIn(store.folder('again'))).toEqual(bytesIn(store.folder('one')));
});

test('two projects share no name, and say the same otherwise', () => {
  const [one, two] = [personsOf('one'), personsOf('two')];
  expect([...one].filter((name) => two.has(name))).toEqual([]);
  const without = (name: string) =>
    tables(name).map((rows) => rows.map(({ person: _, ...row }) => JSON.stringify(row)).sort());
  expect(without('two')).toEqual(without('one'));
});

test('about.json tells the digest of every file, and what is in them', () => {
  const { files, counts, ...about } = JSON.parse(readFileSync(join(store.folder('one'), 'about.json'), 'utf8')) as {
    files: readonly { name: string; sha256: string; bytes: number }[];
    counts: Readonly<Record<string, number>>;
  };
  expect(about).toMatchObject({ project: 'one', asOf: '2023-10-15', knownAt: null, definition: 'dhrd-2023/2' });
  expect(files.map(({ name }) => name).sort()).toEqual(FILES.slice(1));
  for (const { name, sha256, bytes } of files) {
    const content = readFileSync(join(store.folder('one'), name));
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
  }
  const [pathways = [], facts = [], decisions = []] = tables('one');
  expect(counts).toEqual({
    persons: personsOf('one').size,
    pathways: pathways.length,
    facts: facts.length,
    decisions: decisions.length,
  });
});

test('as known before anything was received nothing is there but headings', async () => {
  for (const format of ['csv', 'parquet']) {
    const known = ['--known-at', '2001-01-01T00:00:00Z', '--format', format];
    expect(await store.research(`before-${format}`, ...AS_OF, ...known)).toMatchObject({ exitCode: 0 });
  }
  expect(rowsIn(store.folder('before-csv'), 'decisions')).toEqual([]);
});

test('as known at a moment the decisions are those of evaluate', async () => {
  const known = ['--known-at', '2023-05-31T12:00:00Z'];
  await store.research('known', ...AS_OF, ...known);
  const said = (await store.decisions(...AS_OF, ...known)).map(({ outcome, number }) => [number, outcome].join(' '));
  const written = rowsIn(store.folder('known'), 'decisions').map(({ outcome, number }) => `${number} ${outcome}`);
  expect([...written].sort()).toEqual([...said].sort());
});

test('a folder that holds something is refused and stays as it is', async () => {
  mkdirSync(store.folder('taken'));
  writeFileSync(join(store.folder('taken'), 'mine.txt'), 'mine');
  const { exitCode, errors } = await store.research('taken', ...AS_OF);
  expect([exitCode, readdirSync(store.folder('taken'))]).toEqual([2, ['mine.txt']]);
  expect(errors).toContain('is not empty: name another folder');
});

test('a CPR number is no name of a project, and nothing is written', async () => {
  const { exitCode, errors } = await store.research('named', ...AS_OF, '--project', 'cohort 150277 9995');
  expect([exitCode, existsSync(store.folder('named'))]).toEqual([2, false]);
  expect(errors).toContain('without a CPR number');
});

test('names differ by secret, project and person, and are the same for the same', () => {
  const [secret, other] = [Buffer.from('a secret of enough characters'), Buffer.from('another secret of enough')];
  const key = new PersonKeys(secret).keyOf;
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
      const person = key('1502779995');
      const name = projectNames(secret, a)(person);
      expect(name).toBe(projectNames(secret, a)(person));
      expect(name).toMatch(/^r_[\w-]{22}$/);
      expect(projectNames(other, a)(person)).not.toBe(name);
      expect(projectNames(secret, a)(key('0201609995'))).not.toBe(name);
      expect(projectNames(secret, b)(person) === name).toBe(a.normalize('NFC') === b.normalize('NFC'));
    }),
    { numRuns: 200 },
  );
});
