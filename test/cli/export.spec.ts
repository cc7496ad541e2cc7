import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { populationLines } from '../robustness/ground';
import { cli } from '../support/cli';
import { linesOf } from '../support/evaluate';
import { civilRegistration, hospital, municipality } from '../support/sectors';
import { ANNA, BO, CARLA } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';

const LOOKS_LIKE_CPR = /(?<!\d)\d{6}-?\d{4}(?!\d)/;

const folder = temporaryFolder();
const file = (name: string): string => join(folder, name);
const read = (name: string): Buffer => readFileSync(file(name));
const sorted = (name: string, encoding: BufferEncoding = 'latin1'): string[] =>
  read(name).toString(encoding).trimEnd().split('\n').sort();

/** What a population does not say: numbers in free text, unknown fields, a number that changed, a record that moved. */
const told = linesOf([
  hospital().pci('2023-01-03', { note: { about: BO, list: [1, null] } }),
  municipality().end('2023-04-25', { reason: `calls on ${CARLA}`, attendedSessions: 10, plannedSessions: 12 }),
  civilRegistration.newNumber(BO, '150277-9995', '2023-03-01', { receivedtime: '2023-03-02T08:00:00+01:00' }),
  civilRegistration.status('alive', '2023-04-01', { cpr: CARLA, replaces: 'no number' }),
  hospital().bloodPressure(130, 80, '2023-02-01', { recordId: 'moved', cpr: ANNA }),
  hospital().bloodPressure(130, 80, '2023-02-01', { recordId: 'moved', cpr: CARLA, version: 2 }),
]);

/** Refused in every way there is: no JSON, no UTF-8, a carriage return, a byte order mark, an id that is taken. */
const refused = Buffer.concat([
  Buffer.from(`not JSON\n\ufeff{}\n{"cpr":"${ANNA}"}\r\n`),
  Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
  Buffer.from((told[0] as string).replace('KFNG02', 'KFNG05')),
]);

const original = join(folder, 'original');
const moved = join(folder, 'moved');
const asOf = ['--as-of', '2023-10-15'];
const report = ['report', '--period', 'all', '--level', 'hospital', '--format', 'json', ...asOf];

let exported: ReturnType<typeof cli>;
let imported: ReturnType<typeof cli>;

beforeAll(() => {
  writeFileSync(file('events'), Buffer.from([...populationLines(12, 77), ...told, ''].join('\n')));
  writeFileSync(file('bad'), refused);
  expect(cli(['import', file('events'), file('bad')], { data: original })).toMatchObject({ code: 0 });
  writeFileSync(file('first.ndjson'), 'from before', { mode: 0o644 });
  exported = cli(['export', file('first.ndjson'), '--rejected', file('first.refused')], { data: original });
  imported = cli(['import', file('first.ndjson'), file('first.refused')], { data: moved });
});

describe('an export', () => {
  it('is decided byte for byte as the original', () => {
    const decisions = (name: string): string =>
      cli(['evaluate', file(name), ...asOf, '--show-cpr'], { data: original }).stdout;

    expect(decisions('first.ndjson')).toBe(decisions('events'));
    expect(read('first.ndjson').toString().split('\n').length).toBeGreaterThan(400);
  });

  it('says what it wrote and that it holds CPR numbers, but none of them', () => {
    expect(exported.stderr).toMatch(/^Written: \d+ events to .*, \d+ refused ones to /m);
    expect(exported.stderr).toMatch(/CPR numbers stand there in clear/);
    expect(exported.stderr).not.toMatch(LOOKS_LIKE_CPR);
    expect([exported.code, exported.stdout]).toEqual([0, '']);
  });

  it('gives another store the same events, received at the same moments, and the same refused ones', () => {
    expect(imported).toMatchObject({ code: 0, stderr: expect.stringContaining(' 0 repeated,') });
    cli(['export', file('second.ndjson'), '--rejected', file('second.refused')], { data: moved });

    expect(sorted('second.ndjson')).toEqual(sorted('first.ndjson'));
    expect(sorted('second.refused')).toEqual(sorted('first.refused'));
    expect(cli(['verify'], { data: moved })).toMatchObject({ code: 0 });
  });

  it.each([[], ['--known-at', '2023-05-31T12:00:00Z'], ['--known-at', '2023-03-02T07:00:00Z']])(
    'gives another store the same report %s %s',
    (...known) => {
      const { code, stdout } = cli([...report, ...known], { data: moved });

      expect(code).toBe(0);
      expect(stdout).toBe(cli([...report, ...known], { data: original }).stdout);
    },
  );

  it('goes into a store under another key and comes out the same', () => {
    const other = { data: join(folder, 'other-key'), env: { REHABSPOR_KEY: 'quite another key of enough characters' } };
    cli(['import', file('first.ndjson')], other);

    expect(cli(['export', '-'], other).stdout.trimEnd().split('\n').sort()).toEqual(sorted('first.ndjson', 'utf8'));
  });

  it('under a key that is not the store’s own names the remedy and leaves nothing behind', () => {
    const env = { REHABSPOR_KEY: 'quite another key of enough characters' };
    const { code, stderr } = cli(['export', file('wrong.ndjson')], { data: original, env });

    expect(stderr).toMatch(/was filled under another REHABSPOR_KEY/);
    expect(code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('wrong'))).toEqual([]);
  });

  it('holds what was refused as it came, so that it is refused again and nothing is kept twice', () => {
    const kept = read('first.refused');
    const { stderr } = cli(['import', file('first.refused')], { data: moved });
    cli(['export', '-', '--rejected', file('again.refused')], { data: moved });

    expect(kept.includes(Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]))).toBe(true);
    expect(kept.includes(`{"cpr":"${ANNA}"}\r\n`)).toBe(true);
    expect(kept.includes(JSON.stringify({ base64: Buffer.from('\ufeff{}').toString('base64') }))).toBe(true);
    expect(stderr).toMatch(/ 0 accepted, 0 repeated, /);
    expect(sorted('again.refused')).toEqual(sorted('first.refused'));
  });

  it('can be read by its owner only, whatever was there before', () => {
    for (const name of ['first.ndjson', 'first.refused']) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
    expect(read('first.ndjson').toString()).not.toContain('from before');
  });

  it('writes the same to standard output, and nothing else', () => {
    expect(cli(['export', '-'], { data: original }).stdout).toBe(read('first.ndjson').toString());
  });

  it('leaves the file from before where it cannot be whole, and says what to do', () => {
    const data = join(folder, 'damaged');
    cli(['import', file('events')], { data });
    const database = new SqliteConnection(join(data, 'rehabspor.db'));
    database.exec('DELETE FROM vault WHERE person = (SELECT max(person) FROM vault)');
    database.close();
    writeFileSync(file('stays.ndjson'), 'from before');
    const { code, stderr } = cli(['export', file('stays.ndjson')], { data });

    expect(stderr).toMatch(/The vault has no CPR number for p_\S+, whose events .* restore it from a backup/);
    expect(code).toBe(1);
    expect(read('stays.ndjson').toString()).toBe('from before');
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it.each([
    ['a folder that is not there', [join(folder, 'none', 'x')], /Cannot write .*does not exist/],
    ['a folder', [folder], /Cannot write .*folder/],
    ['two files of one name', ['x', '--rejected', 'x'], /different names/],
  ])('to %s is a usage error', (_what, args, message) => {
    const { code, stderr } = cli(['export', ...args], { data: original });

    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  it('of a store that is not there says so', () => {
    const { code, stderr } = cli(['export', file('none.ndjson')], { data: join(folder, 'no-store') });

    expect(stderr).toMatch(/There is no store in .*no-store/);
    expect(code).toBe(1);
  });
});

test('what any version took in is exported as the same events: into its own store, and into a store of the export, repeats', () => {
  const events = join(__dirname, '..', 'intake', 'faults', 'exported-again.ndjson');
  const [own, other] = [join(folder, 'again'), join(folder, 'again-moved')];
  const summary = (data: string, name: string): string => cli(['import', name], { data }).stderr.trim();
  expect(summary(own, events)).toContain('2 events: 2 accepted, 0 repeated, 0 rejected.');
  expect(cli(['export', file('again.ndjson')], { data: own })).toMatchObject({ code: 0 });

  const repeats = '2 events: 0 accepted, 2 repeated, 0 rejected.';
  expect(summary(own, file('again.ndjson'))).toContain(repeats);
  expect(summary(own, events)).toContain(repeats);
  expect(summary(other, file('again.ndjson'))).toContain('2 events: 2 accepted, 0 repeated, 0 rejected.');
  expect(summary(other, events)).toContain(repeats);
  expect(cli(['verify'], { data: own })).toMatchObject({ code: 0 });
});
