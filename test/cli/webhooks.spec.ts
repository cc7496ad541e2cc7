import { program } from '../../src/apps/program';
import { webhooksCommand } from '../../src/cli/webhooks.command';
import { goldenLines, startTestServer, type TestServer } from '../http/server';
import { ODENSE_HOSPITAL } from '../support/sectors';
import { runCommand, type Ran } from '../support/run-command';

const KEY = 'a key for tests only';
const HOSTS = { REHABSPOR_WEBHOOK_HOSTS: 'localhost:1' };
const ADD = ['--name', 'Journal', '--organisation', ODENSE_HOSPITAL, '--url', 'http://localhost:1/x'];

async function wholeLife(run: (...options: string[]) => Promise<Ran>): Promise<void> {
  expect((await run('list')).out).toBe('There are no webhooks.\n');
  const { out } = await run('add', ...ADD, '--indicators', 'diet,ldl', '--from', '2024-06-01');
  const [id = ''] = /^w_\S+/.exec(out) ?? [];
  const told = `${id}  Journal, ${ODENSE_HOSPITAL}, batch to http://localhost:1/x, only diet, ldl\n`;
  expect(out).toMatch(/ {2}signed with whsec_\S{44} {2}\(not shown again\)\n$/);
  expect(out.startsWith(`${told}  decisions as of 2024-06-01 and later\n`)).toBe(true);
  const listed = (await run('list')).out;
  expect(listed.startsWith(told)).toBe(true);
  expect(listed).not.toContain('whsec_');
  expect((await run('send-again', id, '--from', 'start')).out).toBe(told);
  expect((await run('resume', id)).out).toBe(told);
  expect((await run('remove', id)).out).toBe(`${id} is ended\n`);
  expect(await run('remove', id)).toMatchObject({ exitCode: 2, errors: expect.stringContaining('no such') as string });
  expect(await run('resume', id)).toMatchObject({ exitCode: 2 });
}

describe('beside a running server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(HOSTS);
  });
  afterAll(() => server.stop());
  const run = (...options: string[]): Promise<Ran> =>
    runCommand(webhooksCommand(program), options, { REHABSPOR_DATA: server.folder, REHABSPOR_KEY: KEY });

  test('a webhook is added, listed, sent to again, resumed and removed', () => wholeLife(run));

  test.each([
    [['add', ...ADD.slice(0, 4), '--url', 'https://elsewhere.example.org/'], 'REHABSPOR_WEBHOOK_HOSTS'],
    [['add', ...ADD, '--unit', 'denmark'], 'region:<code>'],
    [['add', ...ADD, '--from', 'yesterday'], 'YYYY-MM-DD'],
    [['add', ...ADD, '--mode', 'binary'], 'structured'],
    [['add', '--name', '150277-9995', ...ADD.slice(2)], 'CPR number'],
    [['send-again', 'w_x'], '--from'],
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
  const settings = { REHABSPOR_DATA: server.folder, REHABSPOR_KEY: KEY, ...HOSTS };

  await wholeLife((...options) => runCommand(webhooksCommand(program), options, settings));
  await server.stop();
});
