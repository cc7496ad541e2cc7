import { program } from '../../../src/apps/program';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportCommand } from '../../../src/cli/report.command';
import { goldenLines, startTestServer, type TestServer } from '../../http/server';
import { runCommand, type Ran } from '../../support/run-command';
import { temporaryFolder } from '../../support/temporary-folder';
import { sheetsOf } from '../../support/unzip';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(goldenLines());
});
afterAll(() => server.stop());

const QUESTION = ['--period', '2024', '--level', 'denmark', '--as-of', '2024-06-30'];
const run = (...options: string[]): Promise<Ran> =>
  runCommand(reportCommand(program), [...QUESTION, ...options], {
    REHABSPOR_DATA: server.folder,
    REHABSPOR_KEY: 'a key for tests only',
  });

test('a workbook goes to the file that is named, and its digest is the printed one', async () => {
  const folder = temporaryFolder();
  const { out, errors } = await run('--format', 'xlsx', '--output', join(folder, 'report.xlsx'));
  const about = sheetsOf(readFileSync(join(folder, 'report.xlsx'))).at(-1);

  expect(out).toBe('');
  expect(readdirSync(folder)).toEqual(['report.xlsx']);
  expect(about?.rows).toContainEqual(['Digest', /digest (\S+)/.exec(errors)?.[1]]);
});

test('any format may go to a file, the same bytes as on standard output', async () => {
  const file = join(temporaryFolder(), 'report.csv');
  await run('--format', 'csv', '--output', file);

  expect(readFileSync(file, 'utf8')).toBe((await run('--format', 'csv')).out);
});

test('a workbook without a file to go to is a usage error that tells how', async () => {
  expect(await run('--format', 'xlsx')).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('--output') as string,
  });
});

test('a file that cannot be written is named', async () => {
  const file = join(temporaryFolder(), 'none', 'report.xlsx');

  expect(await run('--format', 'xlsx', '--output', file)).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining(file) as string,
  });
});
