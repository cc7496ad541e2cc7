import { startTestServer, expectProblem, goldenLines, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_FEWEST: '1' });
  await server.tell(goldenLines());
});
afterAll(() => server.stop());

const get = async <T>(path: string): Promise<T> => (await server.request.get(`/api/v1${path}`)).body as T;
interface Row {
  readonly unit: { readonly id: string };
  readonly reported: { readonly numerator: number };
}

test('a region is counted where treated, and where resident when asked so', async () => {
  const path = '/indicators/participation/results?period=all&level=region&asOf=2024-06-30';
  const countedIn = ({ rows }: { rows: Row[] }): string[] =>
    rows.filter(({ reported }) => reported.numerator > 0).map(({ unit }) => unit.id);

  expect(countedIn(await get(path))).toEqual(['region:1083']);
  expect(await get(`${path}&context=resident`)).toMatchObject({ context: 'resident' });
  expect(countedIn(await get(`${path}&context=resident`))).toEqual(['region:1083']);
});

test.each([
  ['hospital', 'resident', 'treated'],
  ['municipality', 'treated', 'resident'],
])('by %s nobody is counted as %s, and the answer says how', async (level, context, remedy) => {
  const response = await server.request.get(
    `/api/v1/indicators/diet/results?period=2023&level=${level}&context=${context}`,
  );

  expectProblem(response, 400);
  expect(response.text).toContain(remedy);
});

test('the interval is exact, or Wilson’s when asked', async () => {
  const path = '/indicators/diet/results?period=2023&level=denmark&asOf=2024-06-30';

  expect(await get(path)).toMatchObject({
    interval: 'exact',
    rows: [{ estimate: { interval: { lower: 2.5, upper: 100 } } }],
  });
  expect(await get(`${path}&interval=wilson`)).toMatchObject({
    interval: 'wilson',
    rows: [{ estimate: { interval: { lower: 20.7 } } }],
  });
});

test('an empty period is a table of zeros that says so', async () => {
  const table = await get<{ isEmpty: boolean; rows: Row[] }>('/indicators/diet/results?period=2019&level=hospital');

  expect(table.isEmpty).toBe(true);
  expect(table.rows.length).toBeGreaterThan(10);
  expect(table.rows.every(({ reported }) => reported.numerator === 0)).toBe(true);
});

test('behind a total stand its pathways, filtered by how they came out', async () => {
  const path = '/indicators/diet/cases?period=2023&unit=municipality:0461&asOf=2024-06-30';
  const { total, cases } = await get<{ total: number; cases: object[] }>(path);

  expect(total).toBe(1);
  expect(cases).toMatchObject([
    { pathway: 1, outcome: 'met', sector: 'municipality', hospital: 'hospital:330901000016003' },
  ]);
  expect(await get(`${path}&outcome=not-met`)).toMatchObject({ total: 0, cases: [] });
});

test('who fulfilled an indicator is credited by sector and organisation', async () => {
  expect(await get('/indicators/diet/credits?period=2023&asOf=2024-06-30')).toMatchObject({
    numerator: 1,
    sectors: [{ credited: 'municipality', first: 1, any: 1 }],
    organisations: [{ credited: { organisation: 'municipality:0461' } }],
  });
});

test('a unit’s profile tells levels, the period before, the best and what can be recovered', async () => {
  const profile = await get<{ indicators: { recoverable: object; level: string | null }[]; best: string[] }>(
    '/units/municipality:0461/profile?period=2023&asOf=2024-06-30',
  );

  expect(profile).toMatchObject({ unit: { name: 'Odense' }, context: 'resident', before: { name: '2022-bridging' } });
  expect(profile.indicators[3]).toMatchObject({ indicator: 'diet', level: 'high', recoverable: { pending: 0 } });
  const high = await get<{ indicators: object[] }>(
    '/units/municipality:0461/profile?period=2023&asOf=2024-06-30&goalLevel=high',
  );
  expect(high.indicators.length).toBeLessThan(profile.indicators.length);
});

test.each([
  ['/indicators/nothing/credits?period=2023', 'participation'],
  ['/indicators/diet/cases?period=2023&unit=region:9', 'region:1083'],
  ['/units/municipality:9999/profile?period=2023', 'municipality:0461'],
])('%s is told what there is', async (path, there) => {
  const response = await server.request.get(`/api/v1${path}`);

  expectProblem(response, 404);
  expect(response.text).toContain(there);
});

test.each(['level=planet', 'context=nowhere', 'interval=guess'])('%s is told what there is', async (choice) => {
  const response = await server.request.get(`/api/v1/indicators/diet/results?period=2023&${choice}`);

  expectProblem(response, 400);
  expect(response.text).toMatch(/denmark|treated|exact/);
});

test('the units are listed by level', async () => {
  const { units } = await get<{ units: { id: string; level: string }[] }>('/units?level=region');

  expect(units.map(({ id }) => id)).toContain('region:1081');
  expect(units.every(({ level }) => level === 'region')).toBe(true);
});
