import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS_THAT_SHOW } from '../../src/access/domain/looks/shown-persons';
import { mayHoldCpr } from '../../src/kernel/cpr-text';
import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import { civilRegistration, hospital, ODENSE } from '../support/sectors';
import { ANNA, BO, CARLA } from '../support/source-event';
import { STAFF } from '../support/stand-in';
import { expectProblem, startTestServer, type TestServer } from './server';

const { pci, referral } = hospital();
const story = (cpr: string) => [...pci('2024-01-03', { cpr }), referral(ODENSE, ['training'], '2024-01-10', { cpr })];

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const get = (path: string) => server.request.get(`/api/v1${path}`);
const items = async (path: string): Promise<Record<string, unknown>[]> =>
  ((await get(path)).body as { items: Record<string, unknown>[] }).items;

async function keyOf(cpr: string): Promise<string> {
  const response = await server.request.post('/api/v1/persons/lookup').send({ cpr });
  return (response.body as { person: string }).person;
}

test('whoever is looked at can see who looked, when, and by which operation', async () => {
  await server.tell([...story(ANNA), ...story(BO)]);
  const [anna, bo] = [await keyOf(ANNA), await keyOf(BO)];
  await get(`/persons/${anna}/pathways`);
  server.setNow('2024-06-30T13:00:00Z');
  await get(`/persons/${anna}/measure-reports`);

  const looks = await items(`/persons/${anna}/looks`);
  expect(looks.map(({ operation }) => operation)).toEqual([
    'listLooksAtPerson',
    'readMeasureReports',
    'readPerson',
    'findPerson',
  ]);
  expect(looks[1]).toEqual({
    number: 4,
    at: '2024-06-30T13:00:00.000Z',
    name: STAFF.name,
    roles: STAFF.roles,
    purpose: 'quality',
    operation: 'readMeasureReports',
  });
  expect((await items(`/persons/${bo}/looks`)).map(({ operation }) => operation)).toEqual([
    'listLooksAtPerson',
    'findPerson',
  ]);
});

test('lists are looks at everyone they name, and a stream of changes is a look at everyone', async () => {
  await server.tell([...story(ANNA), ...story(BO)]);
  const persons = [await keyOf(ANNA), await keyOf(BO)].sort();
  await get('/indicators/participation/cases?unit=denmark&period=2024');
  await get('/transitions/open-loops?period=2024');
  const ending = new AbortController();
  const stream = await fetch(`${server.url}/api/v1/changes`, { signal: ending.signal });
  ending.abort();
  await stream.body?.cancel().catch(() => undefined);

  const looks = await items('/looks');
  const of = (operation: string) => looks.filter((look) => look['operation'] === operation);
  expect(of('listCases')).toEqual([expect.objectContaining({ persons })]);
  expect(of('listOpenLoops')).toEqual([expect.objectContaining({ persons })]);
  expect(of('followChanges')).toEqual([expect.objectContaining({ everyone: true, persons: [] })]);
  expect((await items(`/persons/${persons[0]}/looks`)).map(({ operation }) => operation)).toContain('followChanges');
});

test('a person who changed number sees the looks at both', async () => {
  await server.tell([...story(BO), civilRegistration.newNumber(CARLA, BO, '2024-04-01')]);
  const [bo, carla] = [await keyOf(BO), await keyOf(CARLA)];
  await get(`/persons/${bo}/pathways`);

  const looks = await items(`/persons/${carla}/looks`);
  expect(bo).not.toBe(carla);
  expect(looks.map(({ operation }) => operation)).toEqual([
    'listLooksAtPerson',
    'readPerson',
    'findPerson',
    'findPerson',
  ]);
});

test('an auditor pages through the looks, by person, organisation, reader and moment', async () => {
  await server.tell([...story(ANNA), ...story(BO)]);
  const [anna, bo] = [await keyOf(ANNA), await keyOf(BO)];
  server.setNow('2024-06-30T13:00:00Z');
  for (const person of [anna, bo, anna]) await get(`/persons/${person}/pathways`);

  const { items: first, next } = (await get('/looks?limit=2')).body as { items: { number: number }[]; next: number };
  expect(first.map(({ number }) => number)).toEqual([6, 5]);
  expect((await items(`/looks?limit=2&before=${next}`)).map(({ number }) => number)).toEqual([4, 3]);
  expect((await items(`/looks?person=${bo}`)).map(({ number }) => number)).toEqual([4, 2]);
  expect((await items('/looks?until=2024-06-30T13:00:00Z')).map(({ number }) => number)).toEqual([2, 1]);
  expect(await items('/looks?subject=somebody')).toEqual([]);
  expect(await items('/looks?organisation=municipality:0461')).toEqual([]);
  const bySubject = await items(`/looks?from=2024-06-30T13:00:00Z&subject=${STAFF.subject}`);
  expect(bySubject.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  expectProblem(await get('/looks?person=1502779995'), 400);
  expectProblem(await get('/persons/nobody/looks'), 404);
});

test('where the log cannot be written, nothing of a person is shown', async () => {
  await server.tell(story(ANNA));
  const anna = await keyOf(ANNA);
  const write = server.embedded.database.prepare(
    "CREATE TRIGGER full BEFORE INSERT ON look BEGIN SELECT raise(FAIL, 'full'); END",
  );
  await server.embedded.database.run(() => Promise.resolve(write.run()));

  for (const path of [
    `/persons/${anna}/pathways`,
    '/indicators/participation/cases?unit=denmark&period=2024',
    '/changes',
  ]) {
    const response = await get(path);
    expectProblem(response, 503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.text).not.toContain(anna);
  }
  expectProblem(await server.request.post('/api/v1/persons/lookup').send({ cpr: ANNA }), 503);
  expect((await get('/indicators/participation/results?period=2024&level=denmark')).status).toBe(200);
});

test('no CPR number gets into the log of looks', async () => {
  await server.tell([...story(ANNA), ...story(BO)]);
  for (const cpr of [ANNA, BO, '0504909995']) await server.request.post('/api/v1/persons/lookup').send({ cpr });
  await get(`/persons/${ANNA}/pathways`);
  await get(`/persons/${ANNA}/measure-reports`);
  const rows = server.embedded.database.prepare('SELECT * FROM look').all();
  const atWhom = server.embedded.database.prepare('SELECT * FROM looked_at').all();

  expect(rows.length).toBeGreaterThan(2);
  for (const cpr of [ANNA, BO, '0504909995']) expect(JSON.stringify([rows, atWhom])).not.toContain(cpr);
  expect(JSON.stringify(atWhom).match(/\d{10}/)).toBeNull();
  const head = readdirSync(server.folder).filter((name) => name === 'looks.head');
  expect(
    head.map((name) =>
      mayHoldCpr(readFileSync(join(server.folder, name), 'utf8').replaceAll(/[\da-f]{64}|"at":\d+/g, '')),
    ),
  ).toEqual([false]);
});

/** Tells readers who they are, and so nothing of anybody else. */
const OF_ONESELF = 'readReader';

test('every operation whose answer holds person keys, or whose address names a person, is logged', () => {
  const { paths, components } = openApiDocument(server.app);
  const names = (value: unknown, seen: readonly string[]): boolean => {
    if (value === null || typeof value !== 'object') return false;
    const reference = (value as { $ref?: unknown }).$ref;
    if (typeof reference !== 'string') return Object.values(value).some((inner) => names(inner, seen));
    const name = reference.split('/').at(-1) ?? '';
    return name === 'PersonKey' || (!seen.includes(name) && names(components.schemas[name], [...seen, name]));
  };
  const showing = Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item)
      .filter(({ responses }) => path.includes('{person}') || names(responses, []))
      .map(({ operationId }) => operationId ?? ''),
  );

  expect(showing.length).toBeGreaterThan(8);
  expect(showing.filter((operation) => !OPERATIONS_THAT_SHOW.has(operation))).toEqual([OF_ONESELF]);
});

test('an auditor asks by purpose, and whether every look is as it was logged', async () => {
  await server.tell(story(ANNA));
  const anna = await keyOf(ANNA);
  await get(`/persons/${anna}/pathways`);

  expect(await items('/looks?purpose=treatment')).toEqual([]);
  expect((await items('/looks?purpose=quality')).map(({ number }) => number)).toContain(2);
  expectProblem(await get('/looks?purpose=curiosity'), 400);
  expect((await get('/looks/chain')).body).toEqual({ state: 'whole', looks: 5 });
  const { database } = server.embedded;
  await database.run(() => Promise.resolve(database.prepare("UPDATE look SET subject = 'other' WHERE no = 2").run()));
  expect((await get('/looks/chain')).body).toEqual({ state: 'changed', looks: 5, number: 2 });
});
