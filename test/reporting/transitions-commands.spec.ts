import { program } from '../../src/apps/program';
import type { Command } from 'commander';
import { coverageCommand } from '../../src/cli/coverage.command';
import { transitionsCommand } from '../../src/cli/transitions.command';
import type { TransitionReport } from '../../src/transitions/application/transition-reports';
import { startTestServer, type TestServer } from '../http/server';
import { recordsOf } from '../support/csv';
import { runCommand } from '../support/run-command';
import { hospital, municipality, ODENSE } from '../support/sectors';
import { about, ANNA, BO } from '../support/source-event';

const { pci, referral } = hospital();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell([
    about(ANNA, ...pci('2023-01-03'), referral(ODENSE, ['training'], '2023-01-10'), municipality().start('2023-01-31')),
    about(BO, ...pci('2023-01-20'), referral(ODENSE, ['training'], '2023-01-25')),
  ]);
});
afterAll(() => server.stop());

/** Beside the server. */
const run = (command: Command, ...options: string[]) =>
  runCommand(command, options, {
    REHABSPOR_DATA: server.folder,
    REHABSPOR_KEY: 'a key for tests only',
  });
const transitions = (...options: string[]) =>
  run(transitionsCommand(program), '--period', '2023', '--as-of', '2023-06-30', ...options);
const coverage = (...options: string[]) =>
  run(coverageCommand(program), '--period', '2023', '--as-of', '2024-06-30', ...options);

test('transitions prints pairs under their total, and the digest on standard error', async () => {
  const { out, errors } = await transitions();

  expect(out).toMatch(
    /^All\n {2}Municipality: All · Referred: 2 · Started: 1 · .*· Open: 1\n {2}Lost: 0 · Unknown: 0 · Excluded: 0 · /m,
  );
  expect(out).toMatch(/ Odense · Referred: 2 · Started: 1 · [^]* 21 \(21–21; 21\)/);
  expect(errors).toMatch(/^digest sha256:[0-9a-f]{64}$/m);
});

test('transitions in Danish, and an empty period that says so', async () => {
  expect((await transitions('--lang', 'da')).out).toContain('Henvist = startet + andetsteds');
  expect((await run(transitionsCommand(program), '--period', '2021', '--as-of', '2023-06-30')).out).toContain(
    'No referrals in the period.',
  );
});

test('transitions as CSV has the total first and a line a pair', async () => {
  const lines = (await transitions('--format', 'csv')).out.trimEnd().split('\r\n');

  expect(lines[0]).toMatch(/,hospital,hospital_name,municipality,municipality_name,referred,started,/);
  expect(lines.slice(1).map((line) => line.split(',').slice(7, 13))).toMatchObject([
    ['all', '', 'all', '', '2', '1'],
    [expect.stringMatching(/^hospital:/), expect.any(String), ODENSE, 'Odense', '2', '1'],
  ]);
});

test('open loops are listed as a table, CSV and JSON', async () => {
  expect((await transitions('--loops', 'open')).out).toMatch(
    / 2023-01-25 · Days open: 156 · Standing: open\n {2}Last day: 2023-07-19 · Days left: 20$/m,
  );
  expect((await transitions('--loops', 'open', '--format', 'csv')).out).toContain(',open,2023-07-19,20');
  expect(JSON.parse((await transitions('--loops', 'lost', '--format', 'json')).out)).toEqual([]);
});

test('in Danish the CSV of transitions, open loops and coverage has Danish headings, and says why cells are empty', async () => {
  const files = [
    await transitions('--format', 'csv', '--lang', 'da'),
    await transitions('--loops', 'open', '--format', 'csv', '--lang', 'da'),
    await coverage('--level', 'hospital', '--format', 'csv', '--lang', 'da'),
  ].map(({ out }) => {
    expect(out).toMatch(/^\uFEFF/);
    return recordsOf(out.slice(1), ';');
  });
  const [pairs = [], loops = [], units = []] = files;

  expect(pairs[0]).toMatchObject({ Sygehus: 'Alle', Sygehuskode: '', Henvist: '2', Uoplyst: '0' });
  expect(pairs[1]).toMatchObject({ Kommune: 'Odense', Kommunekode: ODENSE, 'Dage til start, median': '21' });
  expect(pairs[1]).toMatchObject({ 'Dage til slut, median': '', 'Årsag til tomme felter': 'ingen afsluttet' });
  expect(loops[0]).toMatchObject({ Kommune: 'Odense', Kommunekode: ODENSE, Tilstand: 'åben', 'Dage tilbage': '20' });
  const odense = units.find((line) => line['Enhed'] === 'Odense Universitetshospital');
  const other = units.find((line) => line['Patienter'] === '0');
  expect(odense).toMatchObject({ Dækning: '50', Bånd: '40-59', 'Årsag til tomme felter': 'for lidt at vente ud fra' });
  expect(other).toMatchObject({ Dækning: '', Bånd: '', 'Nye forløb, ventet': '' });
  expect(other?.['Årsag til tomme felter']).toBe('ingen patienter / for lidt at vente ud fra');
});

test('the command agrees with the server', async () => {
  const printed = JSON.parse((await transitions('--format', 'json')).out) as TransitionReport;
  const { body } = await server.request.get('/api/v1/transitions?period=2023&asOf=2023-06-30');

  expect({ ...(body as TransitionReport), total: 0, pairs: 0, digest: 0 }).toEqual({
    ...printed,
    referredToOthers: 0,
    total: 0,
    pairs: 0,
    digest: 0,
  });
});

test('coverage prints a row a unit with its band and who reported', async () => {
  expect((await coverage()).out).toMatch(/^Danmark +2 +1 +1 +0 +0 +0 +50\.0 % +40-59 +municipality\n +1$/m);
  expect((await coverage('--level', 'region', '--format', 'csv')).out.trimEnd().split('\r\n').length).toBeGreaterThan(
    5,
  );
});

test.each([
  [transitionsCommand, ['--period', 'soon'], 'calendar year'],
  [transitionsCommand, ['--period', '2023', '--municipality', 'Odense'], ODENSE],
  [transitionsCommand, [], '--period'],
  [coverageCommand, ['--period', '2023', '--level', 'planet'], 'municipality'],
  [coverageCommand, ['--period', '2023', '--level', 'hospital', '--context', 'resident'], '--context treated'],
] as const)('a usage error of %p says what to write instead', async (command, options, remedy) => {
  const { exitCode, errors } = await run(command(program), ...options);

  expect(exitCode).toBe(2);
  expect(errors).toContain(remedy);
});
