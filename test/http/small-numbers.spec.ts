import type { Report } from '../../src/reporting/domain/report';
import { goldenLines, startTestServer, type TestServer } from './server';

// One patient: hospital in Region Syddanmark, resident in Odense, diet by the municipality.
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(goldenLines());
});
afterAll(() => server.stop());

const results = async (query: string): Promise<Report> =>
  (await server.request.get(`/api/v1/indicators/diet/results?asOf=2024-06-30&${query}`)).body as Report;

test('a number below three is hidden, by the setting, with its percentage, interval and bounds', async () => {
  const { smallNumbers, isEmpty, rows } = await results('period=2023&level=denmark');

  expect(smallNumbers).toBe(3);
  expect(isEmpty).toBe(false);
  expect(rows).toMatchObject([
    {
      reported: { numerator: null, percent: null, interval: null },
      estimate: { percent: null },
      bounds: { lower: null },
    },
  ]);
  expect(rows[0]?.hidden).toEqual(expect.arrayContaining(['reported.numerator', 'sectors.municipality']) as string[]);
});

test('it is hidden at every level it is counted under, and zeros elsewhere are shown', async () => {
  const hiddenAt = async (level: string): Promise<string[]> =>
    (await results(`period=2023&level=${level}`)).rows
      .filter(({ reported }) => reported.numerator === null)
      .map(({ unit }) => unit.id);

  expect(await hiddenAt('hospital')).toContain('hospital:330901000016003');
  expect(await hiddenAt('municipality')).toContain('municipality:0461');
  expect(await hiddenAt('region')).toContain('region:1083');
  expect(
    (await results('period=2023&level=hospital')).rows.filter(({ reported }) => reported.numerator === 0).length,
  ).toBeGreaterThan(25);
});

test('a period without anything is a table of zeros that says so', async () => {
  const { isEmpty, rows } = await results('period=2019&level=municipality');

  expect(isEmpty).toBe(true);
  expect(rows.map(({ reported, hidden }) => [reported.numerator, hidden])).toEqual(rows.map(() => [0, undefined]));
});

test('a profile makes nothing of hidden numbers', async () => {
  const path = '/api/v1/units/municipality:0461/profile?period=2023&asOf=2024-06-30';
  const { indicators } = (await server.request.get(path)).body as { indicators: { indicator: string }[] };

  expect(indicators.find(({ indicator }) => indicator === 'diet')).toMatchObject({
    reported: { numerator: null, percent: null },
    level: null,
  });
});

test('the page shows a mark and says what it means', async () => {
  const { text } = await server.request.get('/?period=2023&asOf=2024-06-30&lang=en');

  expect(text).toContain('· hidden: there are 1–2, or such a number could be worked out from it.');
  expect(text).not.toContain('100.0 %');
});
