import { program } from '../../src/apps/program';
import { reportCommand } from '../../src/cli/report.command';
import type { Report } from '../../src/reporting/domain/report';
import { goldenLines, startTestServer, type TestServer } from '../http/server';
import { runCommand, type Ran } from '../support/run-command';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(goldenLines());
});
afterAll(() => server.stop());

/** Runs the command beside the server. */
const run = (...options: string[]): Promise<Ran> =>
  runCommand(reportCommand(program), options, {
    REHABSPOR_DATA: server.folder,
    REHABSPOR_KEY: 'a key for tests only',
  });

const QUESTION = ['--period', '2023', '--level', 'denmark', '--as-of', '2024-06-30'];

test('prints the table beside a running server and the digest on standard error', async () => {
  const { out, errors } = await run(...QUESTION);

  expect(out).toMatch(/^4 Diet(?: treatment)? +100\.0 % +2\.5–100\.0 +100\.0–100\.0 +100\.0 % +0 +0 +municipality$/m);
  expect(errors).toMatch(/^digest sha256:[0-9a-f]{64}$/m);
});

test.each(['table', 'csv', 'json', 'fhir'])('gives the same bytes twice as %s', async (format) => {
  expect(await run(...QUESTION, '--format', format)).toEqual(await run(...QUESTION, '--format', format));
});

test('in the published view a patient alone is never seen, and the table says how counts are changed', async () => {
  const { out } = await run('--period', '2023', '--level', 'denmark', '--view', 'published');

  expect(out).toContain('at most 3 from the true one');
  expect(out).not.toMatch(/ of [12]\b/);
});

test.each([
  [['--as-of', '2024-06-30'], 'asOf'],
  [['--known-at', '2024-06-30T12:00:00Z'], 'knownAt'],
  [['--definitions', 'dhrd-2023/2'], 'definition'],
  [['--period', '2024-05'], 'period'],
])('the published view does not know %p', async (options, named) => {
  const asked = ['--period', '2023', '--level', 'denmark', '--view', 'published', ...options];
  const { exitCode, errors } = await run(...asked);

  expect(exitCode).toBe(2);
  expect(errors).toContain(named);
});

test('agrees with what the server answers', async () => {
  const printed = JSON.parse((await run(...QUESTION, '--format', 'json')).out) as Report;
  const asked = 'period=2023&level=denmark&asOf=2024-06-30';
  const whole = await server.request.get(`/api/v1/exports/report?${asked}&format=json`);
  const response = await server.request.get(`/api/v1/indicators/diet/results?${asked}`);

  expect(whole.body).toEqual(printed);
  expect((response.body as Report).rows).toEqual(printed.rows.filter(({ indicator }) => indicator === 'diet'));
});

test('as known before anything was received there is nothing', async () => {
  const { out } = await run(...QUESTION, '--known-at', '2020-01-01T00:00:00Z', '--format', 'json');

  const { rows } = JSON.parse(out) as Report;
  expect(rows.every(({ reported, unknown, excluded }) => reported.denominator + unknown + excluded === 0)).toBe(true);
});

test.each([
  [['--period', 'soon', '--level', 'denmark'], '2023Q1'],
  [['--period', '2023', '--level', 'planet'], 'municipality'],
  [['--period', '2023', '--level', 'denmark', '--format', 'pdf'], 'fhir'],
  [['--level', 'denmark'], '--period'],
])('%j is a usage error that tells what there is', async (options, told) => {
  const { exitCode, errors } = await run(...options);

  expect(exitCode).toBe(2);
  expect(errors).toContain(told);
});
