import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/apps/start';
import { rejectsFile } from '../../src/cli/rejects-file';
import { writeWholeFile } from '../../src/platform/whole-file';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { temporaryFolder } from '../support/temporary-folder';
import { settingsFor, takeIn } from './embedded';
import { populationLines } from './ground';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const modesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'reports')
      .map((name) => [name, modeOf(join(folder, name))]),
  );

test('every file of a store is its owner’s alone, and so is the folder that is made for it', async () => {
  const folder = join(temporaryFolder(), 'new', 'store');
  const server = await startServer(settingsFor(folder, { REHABSPOR_PORT: '0' }), { silent: true });
  await takeIn(server.embedded, [populationLines(2, 3)]);
  const running = modesIn(folder);
  await server.close();

  expect([modeOf(folder), modeOf(join(folder, '..'))]).toEqual(['700', '700']);
  expect(Object.keys(running)).toEqual(expect.arrayContaining(['rehabspor.db', 'rehabspor.db-wal', 'owner.lock']));
  for (const modes of [running, modesIn(folder)]) expect(new Set(Object.values(modes))).toEqual(new Set(['600']));
});

test('what others could read is taken from them, but for the folder, which is told', async () => {
  const folder = join(temporaryFolder(), 'store');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const empty = new SqliteConnection(join(folder, 'rehabspor.db'));
  empty.close();
  writeFileSync(join(folder, 'owner.address'), '');
  for (const name of ['rehabspor.db', 'owner.address']) chmodSync(join(folder, name), 0o644);
  const told: string[] = [];
  const tell = (_fields: object, message: string): void => void told.push(message);
  const logger = { info: () => undefined, warn: tell, error: tell };
  const server = await startServer(settingsFor(folder, { REHABSPOR_PORT: '0' }), { silent: true, logger });
  await server.close();

  expect(new Set(Object.values(modesIn(folder)))).toEqual(new Set(['600']));
  expect(told).toEqual([expect.stringMatching(/Others than its owner may get at .*store: take their rights away/)]);
});

test('receipts of refused events are their owner’s alone, in a new file and in one that others could read', async () => {
  const [fresh, known] = ['fresh', 'known'].map((name) => join(temporaryFolder(), name)) as [string, string];
  writeFileSync(known, 'from before');
  chmodSync(known, 0o644);
  for (const name of [fresh, known]) {
    const rejects = rejectsFile(name);
    rejects?.write('{}\n');
    await rejects?.end();
  }

  expect([fresh, known].map((name) => [modeOf(name), readFileSync(name, 'utf8')])).toEqual([
    ['600', '{}\n'],
    ['600', '{}\n'],
  ]);
});

test('a file that takes the place of another is open to whom that was, unless it is to be its owner’s alone', () => {
  const file = join(temporaryFolder(), 'report.csv');
  writeFileSync(file, 'before');
  chmodSync(file, 0o640);
  writeWholeFile(file, 'after');
  expect([modeOf(file), readFileSync(file, 'utf8')]).toEqual(['640', 'after']);

  writeWholeFile(file, 'exact', 0o600);
  expect([modeOf(file), readFileSync(file, 'utf8')]).toEqual(['600', 'exact']);
});
