import { feed, municipality } from '../support/sectors';
import type { Report } from '../../src/reporting/domain/report';
import { expectProblem, goldenLines, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  // A population of one: every number there is would be hidden.
  server = await startTestServer();
  await server.tell(goldenLines());
});
afterAll(() => server.stop());

const get = async <T>(path: string): Promise<T> => (await server.request.get(`/api/v1${path}`)).body as T;

test('the indicators are listed with their titles and what they are', async () => {
  const list = await get<{ label: string; indicators: { key: string; label: string; title: { da: string } }[] }>(
    '/indicators',
  );

  expect(list.indicators).toHaveLength(12);
  expect(list.indicators[3]).toMatchObject({
    key: 'diet',
    label: 'arbejdsdefinition',
    title: { da: 'Diætbehandling' },
  });
});

test('an indicator’s results name the deciding sector and what they were counted under', async () => {
  const results = await get<Report>('/indicators/diet/results?period=2023&level=denmark&asOf=2024-06-30');

  expect(results).toMatchObject({ definition: 'dhrd-2023/2', asOf: '2024-06-30', label: 'arbejdsdefinition' });
  expect(results.rows).toMatchObject([
    {
      indicator: 'diet',
      estimate: { numerator: 1, denominator: 1, percent: 100 },
      reported: { numerator: 1, denominator: 1, percent: 100 },
      sectors: [{ sector: 'municipality', numerator: 1 }],
    },
  ]);
});

test('results follow new events, and those known at an earlier moment stay as they were', async () => {
  server.setNow('2024-07-01T12:00:00Z');
  const path = '/indicators/diet/results?period=2023&level=denmark&asOf=2024-06-30';
  const before = await get<Report>(`${path}&knownAt=2024-06-30T23:00:00Z`);
  const diet = JSON.parse(
    goldenLines().find((line) => line.includes('"diet"') && line.includes('municipality.intervention')) ?? '',
  ) as {
    data: object;
  };
  await server.tell(
    JSON.stringify({ ...diet, id: 'taken-back', data: { ...diet.data, version: 2, status: 'retracted' } }),
  );

  expect((await get<Report>(path)).rows).toMatchObject([{ reported: { numerator: 0, denominator: 1 } }]);
  expect(await get<Report>(`${path}&knownAt=2024-06-30T23:00:00Z`)).toEqual(before);
});

test.each(['region', 'hospital', 'municipality'])('results by %s add up to the nation’s', async (level) => {
  const { rows } = await get<Report>(`/indicators/participation/results?period=all&level=${level}`);

  expect(rows.reduce((sum, { reported }) => sum + (reported.numerator ?? 0), 0)).toBe(1);
});

test('an indicator that is not there is told which are', async () => {
  const response = await server.request.get('/api/v1/indicators/1502779995/results?period=2023');

  expectProblem(response, 404);
  expect(response.text).toContain('participation');
  expect(response.text).not.toContain('150277');
});

test.each(['', '?period=soon', '?period=2023&level=planet', '?period=2023&asOf=x', '?period=2023&knownAt=2023-01-01'])(
  'a query such as "%s" is told what is wrong',
  async (query) => {
    const response = await server.request.get(`/api/v1/indicators/diet/results${query}`);

    expectProblem(response, 400);
    expect((response.body as { errors: object[] }).errors).toHaveLength(1);
  },
);

test('a unit’s profile has all its indicators', async () => {
  const profile = await get<{ unit: object; indicators: object[] }>(
    '/units/hospital:330901000016003/profile?period=all&asOf=2024-06-30',
  );

  expect(profile.unit).toMatchObject({ id: 'hospital:330901000016003' });
  expect(profile.indicators).toHaveLength(12);
});

test.each(['hospital:99999999999', 'private:x', '1502779995'])('there is no unit %s', async (unit) => {
  const response = await server.request.get(`/api/v1/units/${unit}/profile?period=2023`);

  expectProblem(response, 404);
  expect(response.text).not.toContain(unit);
});

test('the feeds are told by organisation, with what stands today', async () => {
  await server.tell([
    feed('municipality:0101', 'not-connected', '2023-01-01'),
    feed('municipality:0101', 'connected', '2024-01-01'),
    feed('hospital:330011000016003', 'silent', '2023-09-01', '2023-12-31'),
    municipality().start('2023-02-06'),
  ]);
  const { organisations } = await get<{ organisations: object[] }>('/feeds');

  expect(organisations.slice(0, 2)).toEqual([
    {
      organisation: 'hospital:330011000016003',
      name: 'Aalborg Universitetshospital',
      statuses: [{ state: 'silent', from: '2023-09-01', to: '2023-12-31' }],
    },
    {
      organisation: 'municipality:0101',
      name: 'København',
      now: 'connected',
      statuses: [
        { state: 'not-connected', from: '2023-01-01' },
        { state: 'connected', from: '2024-01-01' },
      ],
    },
  ]);
});
