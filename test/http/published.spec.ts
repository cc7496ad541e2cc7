import { loadAccessRules } from '../../src/access/adapters/load-access-table';
import { publishedOnly } from '../../src/access/domain/access-table';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import type { Report } from '../../src/reporting/domain/report';
import type { FunnelChart } from '../../src/charts/domain/funnel-chart';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';
import { expectProblem, startTestServer, type TestServer } from './server';

/** The same events under the same secret, shown exactly and published. */
let [exact, published]: TestServer[] = [];
beforeAll(async () => {
  [exact, published] = [await startTestServer(), await startTestServer({ REHABSPOR_VIEW: 'published' })];
  for (const server of servers()) {
    const organisations = organisationInputOf(server.embedded.basis.organisations);
    let lines = '';
    generatePopulation({ patients: 250, seed: 5, years: 1, organisations }, (text) => (lines += text));
    server.setNow('2027-06-30T12:00:00Z');
    await server.tell(lines.trimEnd());
  }
}, 120_000);
afterAll(async () => {
  for (const server of servers()) await server.stop();
});

const servers = (): TestServer[] => [exact as TestServer, published as TestServer];
const get = async <T>(server: TestServer | undefined, path: string): Promise<T> =>
  (await (server as TestServer).request.get(`/api/v1${path}`)).body as T;
const report = (server: TestServer | undefined, level: string): Promise<Report> =>
  get<Report>(server, `/exports/report?period=2025&level=${level}&format=json`);

/** Every cell of a row; the most met and not met are sums of the least and up to two more. */
const countsOf = ({
  reported,
  undisturbed,
  bounds,
  unknown,
  stillOpen,
  excluded,
  notApplicable,
  sectors,
}: Report['rows'][number]) =>
  [
    ...[reported.numerator, reported.denominator - reported.numerator, undisturbed.numerator, unknown],
    ...[bounds.leastMet, bounds.leastNotMet],
    ...[stillOpen.metSoFar, stillOpen.pending, excluded, notApplicable],
    ...(['hospital', 'municipality'] as const).map(
      (sector) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
    ),
  ] as const;

test.each(['denmark', 'region', 'hospital', 'municipality'])(
  'by %s every count is shown, at most 3 off and never 1 or 2, and every rate between 0 and 100',
  async (level) => {
    const [was, is] = [await report(exact, level), await report(published, level)];
    expect(is.view).toBe('published');
    expect(is.rows.map(({ indicator, unit }) => [indicator, unit.id])).toEqual(
      was.rows.map(({ indicator, unit }) => [indicator, unit.id]),
    );
    is.rows.forEach((row, at) => {
      const true_ = countsOf(was.rows[at] as Report['rows'][number]);
      countsOf(row).forEach((count, of) => {
        expect([1, 2]).not.toContain(count);
        expect(Math.abs(count - (true_[of] as number))).toBeLessThanOrEqual(3);
      });
      for (const most of [row.bounds.mostMet, row.bounds.mostNotMet]) expect([1, 2]).not.toContain(most);
      expect(row.bounds.mostMet).toBeGreaterThanOrEqual(row.bounds.leastMet);
      expect(row.bounds.mostNotMet).toBeGreaterThanOrEqual(row.bounds.leastNotMet);
      const { lower, upper } = row.bounds;
      for (const percent of [row.estimate.percent, row.reported.percent, lower, upper]) {
        expect(percent ?? 0).toBeGreaterThanOrEqual(0);
        expect(percent ?? 0).toBeLessThanOrEqual(100);
      }
      if (row.estimate.percent !== null && lower !== null && upper !== null) {
        expect(row.estimate.percent).toBeGreaterThanOrEqual(lower);
        expect(row.estimate.percent).toBeLessThanOrEqual(upper);
      }
    });
  },
);

test('the same cell is the same number in results, files, charts and profiles, however often it is asked for', async () => {
  const { rows } = await report(published, 'hospital');
  const diet = rows.filter(({ indicator }) => indicator === 'diet');
  const results = await get<Report>(published, '/indicators/diet/results?period=2025&level=hospital');
  const funnel = await get<FunnelChart>(
    published,
    '/charts/funnel?indicator=diet&period=2025&level=hospital&format=json',
  );
  const largest = [...diet].sort((a, b) => b.reported.denominator - a.reported.denominator)[0];
  const id = largest?.unit.id ?? '';
  const profile = await get<{ indicators: Report['rows'] }>(published, `/units/${id}/profile?period=2025`);

  expect(results.rows).toEqual(diet);
  expect((await report(published, 'hospital')).rows).toEqual(rows);
  expect(funnel.units.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
    diet.map(({ estimate }) => [estimate.numerator, estimate.denominator]),
  );
  expect(profile.indicators.find(({ indicator }) => indicator === 'diet')?.reported).toEqual(largest?.reported);
  expect((await (published as TestServer).request.get('/?period=2025')).text).toContain('højst 3 fra det rigtige');
});

test.each([
  ['/indicators/diet/results?period=2025&asOf=2025-06-30', 'asOf'],
  ['/indicators/diet/results?period=2025&knownAt=2025-06-30T12:00:00Z', 'knownAt'],
  ['/indicators/diet/results?period=2025&definition=dhrd-2023/2', 'definition'],
  ['/indicators/diet/results?period=2025-05', 'period'],
  ['/coverage?period=2025-01-01..2025-01-07', 'period'],
  ['/transitions?period=all', 'period'],
  ['/charts/trend?indicator=diet&by=month', 'by'],
])('%s is beyond the published view', async (path, named) => {
  const response = await (published as TestServer).request.get(`/api/v1${path}`);
  expectProblem(response, 400);
  expect(JSON.stringify(response.body)).toContain(`"path":"${named}"`);
});

test('whatever not everyone sees is refused even to staff: persons, lists, movements, trials, decisions', async () => {
  const { table } = loadAccessRules(loadSchemas());
  const isShown = (operation: string): boolean => {
    const row = table.get(operation);
    return (
      row !== undefined &&
      ['registry', 'operator'].some((role) => publishedOnly(row).cells[role as 'registry'].unrelated !== 'none')
    );
  };
  const { paths } = openApiDocument((published as TestServer).app) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({ path, method, operationId })),
  );
  const others = operations.filter(({ operationId }) => !isShown(operationId));
  expect(others.length).toBeGreaterThan(25);
  for (const { path, method } of others) {
    const asked = path.replaceAll(/\{[^}]*\}/g, 'x');
    const response = await fetch(new URL(asked, (published as TestServer).url), { method: method.toUpperCase() });
    expect([path, response.status]).toEqual([path, 403]);
  }
});
