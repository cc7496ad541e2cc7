import type { PersonView } from '../../src/indicators/application/view-person';
import { ANNA, BO, CARLA, FINN } from '../support/source-event';
import { civilRegistration, hospital } from '../support/sectors';
import { expectProblem, goldenLines, startTestServer, type TestServer } from './server';
import { definitions } from '../support/evaluate';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(goldenLines());
});
afterAll(() => server.stop());

const lookUp = (body: object) => server.request.post('/api/v1/persons/lookup').send(body);
const keyOf = async (cpr: string): Promise<string> => ((await lookUp({ cpr })).body as { person: string }).person;
const view = async (person: string, query = ''): Promise<PersonView> =>
  (await server.request.get(`/api/v1/persons/${person}/pathways${query}`)).body as PersonView;

test('a CPR number in the body finds the person key, with or without the hyphen', async () => {
  const person = await keyOf(ANNA);

  expect(person).toMatch(/^p_[\w-]{22}$/);
  expect(await keyOf(`${ANNA.slice(0, 6)}-${ANNA.slice(6)}`)).toBe(person);
});

test('a number nothing was reported about is not found', async () => {
  expectProblem(await lookUp({ cpr: FINN }), 404);
});

test.each([{}, { cpr: 1502779995 }, { cpr: '3202779995' }, { cpr: '150277 9995' }, { cpr: ['1502779995'] }])(
  'a body such as %j is told what a CPR number is',
  async (body) => {
    const response = await lookUp(body);

    expectProblem(response, 400);
    expect(response.body).toMatchObject({ errors: [{ path: 'cpr' }] });
    expect(response.text).not.toMatch(/\d{6}/);
  },
);

test('a look-up that is no JSON is a problem that repeats nothing', async () => {
  const response = await server.request
    .post('/api/v1/persons/lookup')
    .set('content-type', 'application/json')
    .send(`{"cpr":${ANNA}-x`);

  expectProblem(response, 400);
  expect(response.text).not.toContain('150277');
});

test('a person is shown with pathways, events, decisions and history', async () => {
  const person = await keyOf(ANNA);
  const shown = await view(person, '?asOf=2024-01-04');

  expect(shown.pathways).toMatchObject([{ number: 1, indexDay: '2023-01-03' }]);
  expect(shown.numbers).toEqual([person]);
  expect(shown.decisions).toHaveLength(definitions.indicators.length);
  expect(shown.decisions[3]).toMatchObject({ person, indicator: 'diet', outcome: 'met', asOf: '2024-01-04' });
  expect(shown.decisions[3]?.explanation.da).toEqual(expect.any(String));
  expect(shown.events.length).toBeGreaterThan(15);
  expect(JSON.stringify(shown)).not.toContain(ANNA);
});

test('events say when in ISO 8601 and tell no date of birth beside the person key', async () => {
  const { events } = await view(await keyOf(ANNA));

  for (const { time, receivedAt } of events) {
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(new Date(receivedAt).toISOString()).toBe(receivedAt);
  }
  expect(events.filter((event) => 'born' in event || 'sealed' in event)).toEqual([]);
  expect(JSON.stringify(events)).not.toContain('1977-02-15');
});

test('the history begins when something was known and every entry is explained', async () => {
  server.setNow('2024-02-01T12:00:00Z');
  const { history } = await view(await keyOf(ANNA), '?asOf=2024-12-31');

  expect(history[0]).toMatchObject({ cause: 'event' });
  expect(history[0]?.events.length).toBeGreaterThan(0);
  expect(history.flatMap(({ decisions }) => decisions).every(({ explanation }) => explanation.en !== '')).toBe(true);
});

test('what was not yet known is not shown', async () => {
  expectProblem(
    await server.request.get(`/api/v1/persons/${await keyOf(ANNA)}/pathways?knownAt=2020-01-01T00:00:00Z`),
    404,
  );
});

test('a person who changed number is found by either key', async () => {
  await server.tell([
    hospital().pci('2023-03-01', { cpr: BO }),
    civilRegistration.newNumber(CARLA, BO, '2023-04-01'),
    civilRegistration.livesIn('0461', '2020-01-01', { cpr: CARLA }),
  ]);

  const [old, current] = [await keyOf(BO), await keyOf(CARLA)];
  expect((await view(old)).person).toBe(current);
  expect([...(await view(current)).numbers].sort()).toEqual([old, current].sort());
  expect((await view(current)).pathways).toMatchObject([{ municipality: 'municipality:0461' }]);
});

test.each(['p_0000000000000000000000', ANNA, `${ANNA.slice(0, 6)}-${ANNA.slice(6)}`, 'nobody'])(
  'there is nobody under %s, and the address is not repeated',
  async (key) => {
    const response = await server.request.get(`/api/v1/persons/${key}/pathways`);

    expectProblem(response, 404);
    expect(response.text).not.toContain(key);
  },
);

test('a day that does not exist is told so', async () => {
  const response = await server.request.get('/api/v1/persons/p_0000000000000000000000/pathways?asOf=2024-02-30');

  expectProblem(response, 400);
  expect(response.body).toMatchObject({
    errors: [{ path: 'asOf', remedy: expect.stringContaining('YYYY-MM-DD') as string }],
  });
});
