import { program } from '../../src/apps/program';
import { createHash } from 'node:crypto';
import { Command } from 'commander';
import { movementCommand } from '../../src/cli/movement.command';
import { reportsCommand } from '../../src/cli/reports.command';
import { startTestServer, type TestServer } from '../http/server';
import { takeIn, openEmbedded, closeEmbedded, SetClock, settingsFor } from '../robustness/embedded';
import { populationLines, SECRET } from '../robustness/ground';
import { runCommand, type Ran } from '../support/run-command';
import { hospital, municipality } from '../support/sectors';
import { temporaryFolder } from '../support/temporary-folder';

const run = (environment: Readonly<Record<string, string>>, ...words: string[]): Promise<Ran> =>
  runCommand(
    new Command('rehabspor').addCommand(reportsCommand(program)).addCommand(movementCommand(program)),
    words,
    environment,
  );

const idIn = ({ out }: Ran): string => /^r[\w-]{22}/.exec(out)?.[0] ?? out;
const FREEZE = ['reports', 'freeze', '--period', 'all', '--as-of', '2024-06-30', '--by'];

describe('beside a running server', () => {
  let server: TestServer;
  let here: Record<string, string>;
  beforeAll(async () => {
    server = await startTestServer();
    await server.tell(hospital().pci('2023-01-03'));
    here = {
      REHABSPOR_DATA: server.folder,
      REHABSPOR_KEY: 'a key for tests only',
    };
  });
  afterAll(() => server.stop());

  test('a report goes through the server from freezing to withdrawal', async () => {
    const frozen = await run(here, ...FREEZE, 'Anna Holm', '--note', 'Udkast');
    const id = idIn(frozen);
    const same = await run(here, 'reports', 'approve', id, '--by', 'ANNA holm');
    const approved = await run(here, 'reports', 'approve', id, '--by', 'Bo Lund');
    const published = await run(here, 'reports', 'publish', id, '--by', 'Bo Lund');
    const withdrawn = await run(here, 'reports', 'withdraw', id, '--by', 'Bo Lund', '--reason', 'En kilde manglede');

    expect(frozen.out).toMatch(/^r[\w-]{22} {2}frozen {2}all {2}as of 2024-06-30 {2}known at 2024-06-30T12:00/);
    expect(frozen.out).toContain('frozen by Anna Holm: Udkast');
    expect(same).toMatchObject({ exitCode: 2, errors: expect.stringContaining('second person') as string });
    expect(approved.out).toContain(`${id}  approved`);
    expect(published.out).toContain(`${id}  published`);
    expect(withdrawn.out).toContain('withdrawn by Bo Lund: En kilde manglede');
    expect((await run(here, 'reports', 'list')).out).toBe(withdrawn.out);
    expect((await run(here, 'reports', 'show', id)).out).toBe(withdrawn.out);
  });

  test('a report is printed byte for byte and counted again to its digest', async () => {
    const id = idIn(await run(here, ...FREEZE, 'Carla Friis'));
    const { out } = await run(here, 'reports', 'show', id, '--content');
    const digest = createHash('sha256').update(out).digest('hex');

    expect((await run(here, 'reports', 'show', id)).out).toContain(`sha256:${digest}`);
    expect(await run(here, 'reports', 'reproduce', id)).toMatchObject({
      exitCode: 0,
      out: `${id}  same\n  frozen         sha256:${digest}\n  counted again  sha256:${digest}\n`,
    });
  });

  test('why it moved is told in words, between frozen reports and between moments', async () => {
    const from = idIn(await run(here, ...FREEZE, 'Anna Holm'));
    server.setNow('2024-07-02T12:00:00Z');
    await server.tell(municipality().start('2023-02-01'));
    const to = idIn(await run(here, ...FREEZE, 'Anna Holm'));
    const told = await run(here, 'movement', from, to, '--lang', 'da', '--indicator', 'participation');
    const moments = ['--period', 'all', '--as-of', '2024-06-30', '--to-as-of', '2024-06-30'];
    const known = ['--known-at', '2024-06-30T12:00:00Z', '--to-known-at', '2024-07-02T12:00:00Z'];

    expect(told.out).toBe(
      [
        'Hvorfor tallene flyttede sig',
        'fra all · pr. 2024-06-30 · kendt 2024-06-30T12:00:00.000Z · dhrd-2023/2 · bugOnReferral=strict',
        'til all · pr. 2024-06-30 · kendt 2024-07-02T12:00:00.000Z · dhrd-2023/2 · bugOnReferral=strict',
        '',
        '1 Deltagelse i rehabilitering, Danmark: 0,0 % → 100,0 %',
        '  opfyldt 0 → 1 (+1): sene indberetninger +1',
        '  ikke opfyldt 1 → 0 (−1): sene indberetninger −1',
        '',
      ].join('\n'),
    );
    expect(
      (await run(here, 'movement', ...moments, ...known, '--lang', 'da', '--indicator', 'participation')).out,
    ).toBe(told.out);
  });

  test.each([
    [['reports', 'show', 'r0'], 'there is r'],
    [['reports', 'reproduce', 'r0'], 'there is r'],
    [['reports', 'publish', 'r0', '--by', 'Bo'], 'no such report'],
    [['reports', 'freeze', '--period', 'soon', '--by', 'Bo'], '2023Q1'],
    [['reports', 'freeze', '--period', '2023'], '--by'],
    [['reports', 'freeze', '--period', '2023', '--by', 'Bo 1502779995'], 'CPR'],
    [['reports', 'freeze', '--period', '2023', '--by', 'Bo', '--known-at', '2099-01-01T00:00:00Z'], 'to come'],
    [['reports', 'withdraw', 'r0', '--by', 'Bo'], '--reason'],
    [['movement', 'r0', 'r1'], 'no such report'],
    [['movement', 'r0'], 'two frozen reports'],
    [['movement', '--period', 'all', '--known-at', '2024-06-30T12:00:00Z', '--level', 'planet'], 'municipality'],
    [['movement', 'r0', 'r1', '--level', 'hospital', '--context', 'resident'], 'treated'],
  ])('%j is a usage error that says what to do', async (words, remedy) => {
    const { exitCode, errors } = await run(here, ...words);

    expect(errors).toContain(remedy);
    expect(exitCode).toBe(2);
  });
});

test('without a server the steps are taken in the store itself', async () => {
  const folder = temporaryFolder();
  const here = { REHABSPOR_DATA: folder, REHABSPOR_KEY: SECRET };
  const store = openEmbedded(settingsFor(folder), SetClock.at('2024-06-30'));
  store.log.start();
  await takeIn(store, [populationLines(5, 2)]);
  await closeEmbedded(store);
  const id = idIn(await run(here, ...FREEZE, 'Anna Holm'));
  const approved = await run(here, 'reports', 'approve', id, '--by', 'Bo Lund');

  expect(approved.out).toContain(`${id}  approved`);
  expect((await run(here, 'reports', 'reproduce', id)).out).toContain(`${id}  same`);
});

test('where there is no store none is made', async () => {
  const folder = temporaryFolder();
  const { exitCode, errors } = await run({ REHABSPOR_DATA: folder, REHABSPOR_KEY: SECRET }, ...FREEZE, 'Anna Holm');

  expect(exitCode).toBe(1);
  expect(errors).toContain('There is no store');
});
