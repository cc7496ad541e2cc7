import type { CoverageReport } from '../../src/transitions/application/coverage-reports';
import type { Report } from '../../src/reporting/domain/report';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';
import { civilRegistration, hospital } from '../support/sectors';
import { about, GRY } from '../support/source-event';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_SMALL_NUMBERS: '0' });
  const organisations = organisationInputOf(server.embedded.basis.organisations);
  let lines = '';
  generatePopulation({ patients: 300, seed: 11, years: 2, organisations }, (text) => (lines += text));
  server.setNow('2026-06-30T12:00:00Z');
  await server.tell(lines.trimEnd());
  await server.tell(about(GRY, ...hospital().pci('2023-01-03'), civilRegistration.livesIn('0461')));
});
afterAll(() => server.stop());

const get = async <T>(path: string): Promise<T> => (await server.request.get(`/api/v1${path}`)).body as T;
const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((total, one) => total + (one ?? 0), 0);

test('covers exactly the adults that participation is decided on, in every period', async () => {
  for (const period of ['all']) {
    const [row] = (await get<CoverageReport>(`/coverage?period=${period}`)).rows;
    const { rows } = await get<Report>(`/indicators/participation/results?period=${period}`);
    const [decided] = rows;
    const all = sum([decided?.denominator ?? 0, decided?.unknown.total ?? 0, decided?.excluded ?? 0]);

    expect(sum([row?.population ?? 0, row?.excluded ?? 0])).toBe(all);
    expect(row?.pending).toBe(decided?.pending);
    expect(row?.reported).toBeGreaterThanOrEqual(decided?.numerator ?? 0);
  }
});

test.each([
  ['region', 'treated'],
  ['region', 'resident'],
  ['hospital', 'treated'],
  ['municipality', 'resident'],
])('by %s, %s, adds up to the nation’s', async (level, context) => {
  const [nation] = (await get<CoverageReport>('/coverage?period=all')).rows;
  const { rows, context: counted } = await get<CoverageReport>(
    `/coverage?period=all&level=${level}&context=${context}`,
  );

  expect(counted).toBe(context);
  for (const name of ['population', 'reported', 'unreported', 'excluded', 'pending'] as const) {
    expect(sum(rows.map((row) => row[name]))).toBe(nation?.[name]);
  }
  expect(nation?.population).toBeGreaterThan(200);
});

test('a period before all patients is zeros that say so, in every unit', async () => {
  const { isEmpty, rows } = await get<CoverageReport>('/coverage?period=2001&level=municipality');

  expect(isEmpty).toBe(true);
  expect(
    rows.every(({ population, percent, band }) => population === 0 && percent === null && band === 'unknown'),
  ).toBe(true);
});

test.each(['', 'period=soon', 'period=2023&level=planet', 'period=2023&level=hospital&context=resident'])(
  'a query such as "%s" is told what is wrong',
  async (query) => {
    expectProblem(await server.request.get(`/api/v1/coverage?${query}`), 400);
  },
);
