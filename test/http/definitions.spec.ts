import { hospital } from '../support/sectors';
import { about, GRY } from '../support/source-event';
import { BUILT_IN, changedSet } from '../definitions/changed-set';
import { PATIENTS } from '../definitions/stories';
import type { DefinitionEntry } from '../../src/definitions/application/definition-proposals';
import type { OutcomeChangePage, SealedDifference } from '../../src/definitions/application/try-definition';
import type { SensitivityRow } from '../../src/definitions/domain/versions/sensitivity';
import type { Report } from '../../src/reporting/domain/report';
import { expectProblem, startTestServer, type TestServer } from './server';
import { definitions } from '../support/evaluate';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_FEWEST: '1' });
  await server.tell(PATIENTS);
});
afterAll(() => server.stop());

const get = (path: string) => server.request.get(`/api/v1${path}`);
const post = (path: string, body: object) => server.request.post(`/api/v1${path}`).send(body);
const propose = (definitions: string, by = 'Anna Holm') => post('/definitions', { definitions, by });

test('at first there is the set the program comes with', async () => {
  expect((await get('/definitions')).body).toEqual({
    definitions: [{ definition: 'dhrd-2023/2', inForce: true, nextStart: true, standing: 'given', steps: [] }],
  });
  expect((await get('/definitions/dhrd-2023/2')).body).toMatchObject({
    label: 'arbejdsdefinition',
    set: { version: 2 },
  });
});

test('a stricter set is proposed, tried, refused its own proposer, approved by another, and answers beside the old one', async () => {
  const proposed = await propose(changedSet(3, { 'field: systolic, below: 140': 'field: systolic, below: 130' }));
  expect(proposed.status).toBe(201);
  expect(proposed.body).toMatchObject({ definition: 'dhrd-2023/3', inForce: false, standing: 'proposed' });

  expectProblem(await post('/definitions/dhrd-2023/3/approve', { by: 'Bo Krog' }), 409);

  const seen = (await get('/definitions/dhrd-2023/3/difference?level=hospital')).body as SealedDifference;
  const flipped = seen.indicators.filter(({ flips }) => flips.length > 0);
  expect(flipped).toMatchObject([
    { indicator: 'blood-pressure', flips: [{ from: 'met', to: 'not-met', count: 1 }], flipped: 1 },
  ]);
  expect(seen.units).toMatchObject([
    {
      indicator: 'blood-pressure',
      unit: { id: 'hospital:330901000016003' },
      before: { estimate: { numerator: 3, denominator: 4 }, level: 'high' },
      after: { estimate: { numerator: 2, denominator: 4 }, level: 'low' },
      levelChanges: true,
    },
  ]);
  const persons = (await get('/definitions/dhrd-2023/3/difference/persons?indicator=blood-pressure'))
    .body as OutcomeChangePage;
  expect(persons).toMatchObject({ total: 1, flips: [{ indexDay: '2023-02-01', from: 'met', to: 'not-met' }] });

  const tried = await post('/definitions/dhrd-2023/3/trials', { by: 'Anna Holm', level: 'hospital' });
  expect(tried.status).toBe(201);
  expect((tried.body as SealedDifference).digest).toBe(seen.digest);

  const same = await post('/definitions/dhrd-2023/3/approve', { by: ' anna  HOLM' });
  expectProblem(same, 409);
  expect(same.body).toMatchObject({ type: 'urn:rehabspor:problem:same-person' });
  const approved = await post('/definitions/dhrd-2023/3/approve', { by: 'Bo Krog', note: 'set og drøftet' });
  expect(approved.body).toMatchObject({ standing: 'approved', inForce: false, nextStart: true });
  expect((approved.body as DefinitionEntry).steps).toMatchObject([
    { step: 'proposed', by: 'Anna Holm' },
    { step: 'tried', by: 'Anna Holm', difference: seen.digest },
    { step: 'approved', by: 'Bo Krog', note: 'set og drøftet' },
  ]);

  const path = '/indicators/blood-pressure/results?period=all';
  expect((await get(`${path}&definition=dhrd-2023/3`)).body).toMatchObject({
    definition: 'dhrd-2023/3',
    rows: [{ reported: { numerator: 2, denominator: 4 } }],
  });
  expect((await get(path)).body).toMatchObject({
    definition: 'dhrd-2023/2',
    rows: [{ reported: { numerator: 3, denominator: 4 } }],
  });
  expectProblem(await post('/definitions/dhrd-2023/3/reject', { by: 'Carl' }), 409);
});

test('what was seen when a set was tried stays as it was, whatever came in since', async () => {
  await propose(changedSet(5, { 'field: systolic, below: 140': 'field: systolic, below: 125' }));
  const seen = (await post('/definitions/dhrd-2023/5/trials', { by: 'Bo Krog' })).body as SealedDifference;
  const h = hospital();
  await server.tell(about(GRY, h.pci('2023-02-01'), h.bloodPressure(136, 80, '2023-03-01')));
  const now = (await get('/definitions/dhrd-2023/5/difference')).body as SealedDifference;

  expect((await get('/definitions/dhrd-2023/5/trials')).body).toMatchObject({
    trials: [{ by: 'Bo Krog', at: '2024-06-30T12:00:00.000Z', difference: seen }],
  });
  expect(now.digest).not.toBe(seen.digest);
  expectProblem(await get('/definitions/dhrd-2023/2/trials'), 404);
});

test('a rejected set stays in the book and can still be reported under', async () => {
  await propose(changedSet(4, { 'atMost: 1.4': 'atMost: 1.8' }));
  expect((await post('/definitions/dhrd-2023/4/reject', { by: 'Anna Holm', note: 'for mildt' })).status).toBe(200);

  expectProblem(await post('/definitions/dhrd-2023/4/trials', { by: 'Bo Krog' }), 409);
  const results = (await get('/indicators/ldl/results?period=all&definition=dhrd-2023/4')).body as Report;
  expect(results.definition).toBe('dhrd-2023/4');
});

test('a set that cannot be decided by is told every place and what is wrong there, and is not kept', async () => {
  const broken = changedSet(9, { 'window: 12m': 'window: twelve', 'troubleDays: 14': 'troubleDays: 0' });
  const response = await propose(broken);

  expectProblem(response, 400);
  const lineOf = (text: string): number => broken.split('\n').findIndex((line) => line.includes(text)) + 1;
  const { errors } = response.body as { errors: { path: string; remedy: string }[] };
  expect(errors.map(({ path }) => path)).toEqual(['troubleDays', 'indicators.1.window']);
  expect(errors[0]?.remedy).toContain(`line ${lineOf('troubleDays: 0')}:`);
  expect(errors[1]?.remedy).toContain(`line ${lineOf('window: twelve')}:`);
  expectProblem(await get('/definitions/dhrd-2023/9'), 404);
});

test.each([
  ['the same version again', BUILT_IN, 409],
  ['what is no YAML', 'set: [', 400],
  ['nothing', ' ', 400],
])('%s is refused', async (_title, definitions, status) => {
  expectProblem(await propose(definitions), status);
});

test('a step without a name is refused', async () => {
  expectProblem(await post('/definitions', { definitions: BUILT_IN, by: '  ' }), 400);
  expectProblem(await post('/definitions/dhrd-2023/3/approve', {}), 400);
});

test.each([
  '/definitions/dhrd-2023/77',
  '/definitions/dhrd-2023/77/difference',
  '/definitions/dhrd-2023/77/difference/persons?indicator=diet',
  '/indicators/diet/results?period=2023&definition=dhrd-2023/77',
])('%s is answered with the sets there are', async (path) => {
  const response = await get(path);

  expectProblem(response, 404);
  expect((response.body as { detail: string }).detail).toContain('dhrd-2023/2');
});

test('unknown indicators, policies, periods and levels are answered with what there is', async () => {
  const persons = await get('/definitions/dhrd-2023/3/difference/persons?indicator=unheard-of');
  expectProblem(persons, 404);
  expect(persons.text).toContain('participation');
  const policy = await get('/definitions/sensitivity?policy=constructor');
  expectProblem(policy, 404);
  expect(policy.text).toContain('bugOnReferral');
  expectProblem(await get('/definitions/dhrd-2023/3/difference?period=soon'), 400);
  expectProblem(await get('/definitions/dhrd-2023/3/difference?level=planet'), 400);
});

test('the options of a policy stand side by side', async () => {
  const response = await get('/definitions/sensitivity?policy=bugOnReferral&period=all&level=denmark');
  const { rows, inForce } = response.body as { rows: SensitivityRow[]; inForce: string };

  expect(inForce).toBe('strict');
  expect(rows).toHaveLength(definitions.indicators.length);
  expect(rows.filter(({ differs }) => differs)).toMatchObject([
    {
      indicator: 'diet',
      unit: { id: 'denmark' },
      options: {
        strict: { estimate: { numerator: 1, denominator: 2 } },
        lenient: { estimate: { numerator: 2, denominator: 2 }, level: 'high' },
      },
    },
  ]);
});
