import { program } from '../../src/apps/program';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { subscriptionsCommand } from '../../src/cli/subscriptions.command';
import { goldenLines, startTestServer, type TestServer } from '../http/server';
import { runCommand, type Ran } from '../support/run-command';
import { temporaryFolder } from '../support/temporary-folder';

const KEY = 'a key for tests only';
const ADD = [
  '--unit',
  'denmark',
  '--period',
  'year',
  '--schedule',
  '0 6 1 2 *',
  '--formats',
  'csv,json',
  '--lang',
  'da',
];

/** The id at the beginning of what was printed. */
const idIn = ({ out }: Ran): string => /^s_\S+/.exec(out)?.[0] ?? 'no id';

async function wholeLife(run: (...options: string[]) => Promise<Ran>, reports: string): Promise<void> {
  expect((await run('list')).out).toBe('There are no subscriptions.\n');
  const added = await run('add', ...ADD, '--folder', 'land');
  const id = idIn(added);
  expect(added.out).toBe(`${id}  denmark, latest year, csv+json, da, "0 6 1 2 *", folder land\n`);
  expect(idIn(await run('add', ...ADD, '--folder', 'land'))).toBe(id);
  expect((await run('list')).out).toMatch(new RegExp(`^${id}  denmark.*\\n  due next \\d{4}-02-01T05:00:00.000Z\\n$`));
  const produced = await run('produce', id);
  const names = readdirSync(join(reports, 'land')).sort();
  expect(names).toHaveLength(2);
  for (const name of names) expect(produced.out).toContain(name);
  expect((await run('remove', id)).out).toBe(`${id} is ended\n`);
  expect(await run('remove', id)).toMatchObject({ exitCode: 2, errors: expect.stringContaining('no such') as string });
  expect(await run('produce', id)).toMatchObject({ exitCode: 2 });
}

describe('beside a running server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.tell(goldenLines());
  });
  afterAll(() => server.stop());
  const run = (...options: string[]): Promise<Ran> =>
    runCommand(subscriptionsCommand(program), options, { REHABSPOR_DATA: server.folder, REHABSPOR_KEY: KEY });

  test('a subscription is added, listed, produced and removed', () => wholeLife(run, join(server.folder, 'reports')));

  test.each([
    [['add', ...ADD, '--folder', '../out'], 'REHABSPOR_REPORTS'],
    [['add', ...ADD, '--folder', 'om 150277.9995'], 'must not hold anything like a CPR number'],
    [['add', ...ADD, '--mail', 'a@example.org'], 'REHABSPOR_SMTP_URL'],
    [['add', ...ADD], '--folder'],
    [['add', ...ADD, '--folder', 'a', '--mail', 'a@example.org'], 'either'],
    [['add', '--unit', 'municipality:1', '--period', 'month', '--schedule', 'x', '--folder', 'a'], 'cron text'],
    [['add', '--unit', 'denmark', '--period', 'week', '--schedule', 'x'], 'tertial'],
  ])('%j is a usage error that tells the remedy', async (options, remedy) => {
    const ran = await run(...options);

    expect(ran.exitCode).toBe(2);
    expect(ran.errors).toContain(remedy);
  });
});

test('without a server the store itself is used', async () => {
  const server = await startTestServer();
  await server.tell(goldenLines());
  await server.close();
  const reports = temporaryFolder();
  const settings = { REHABSPOR_DATA: server.folder, REHABSPOR_KEY: KEY, REHABSPOR_REPORTS: reports };

  await wholeLife((...options) => runCommand(subscriptionsCommand(program), options, settings), reports);
  await server.stop();
});
