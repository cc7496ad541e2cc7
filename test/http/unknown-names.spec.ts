import { readFileSync } from 'node:fs';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import type { Reader } from '../../src/access/domain/reader';
import { as } from '../support/stand-in';
import { operationsOf, type OpenApi, type Sent } from './open-api';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const document = JSON.parse(readFileSync(contractsPath('openapi.json'), 'utf8')) as OpenApi;
const operations = operationsOf(document, {
  period: '2023',
  indicator: 'diet',
  by: 'Anna Holm',
  organisation: 'municipality:0461',
}).map(({ usual }) => usual);

/** What a source sends again or takes back is its own system's doing. */
const systemOf = (organisation: string): Reader => ({
  ...{ subject: organisation, name: organisation, kind: 'system', roles: ['source'], organisation, purpose: 'own' },
});

async function sent({ method, route, path, query, body }: Sent, more: Readonly<Record<string, string>>) {
  const address = route.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(path[name] ?? ''));
  const asked = new URLSearchParams({ ...query, ...more }).toString();
  const request = server.request[method as 'get' | 'post' | 'delete'](`${address}${asked === '' ? '' : `?${asked}`}`);
  const { organisation } = path;
  if (route.startsWith('/api/v1/sources/') && organisation !== undefined) request.set(as(systemOf(organisation)));
  return body === undefined ? request : request.send(body);
}

test.each(operations.map((one) => [`${one.method} ${one.route}`, one] as const))(
  '%s refuses a parameter it does not take',
  async (_name, operation) => {
    const response = await sent(operation, { nobodyKnows: 'x' });

    expectProblem(response, 400);
    expect(response.body).toMatchObject({
      errors: expect.arrayContaining([
        { path: 'nobodyKnows', remedy: expect.stringContaining('is not known') as string },
      ]) as object,
    });
  },
);

/** What health staff and patients do; staff of the registry are refused whatever they write. */
const OF_OTHERS = ['/api/v1/persons/relations', '/api/v1/persons/{person}/consents'];
/** Bodies of what sources have, in which whatever is read is told by receipts. */
const OF_SOURCES = /^\/api\/v1\/(events|deliveries)/;
const bodied = operations.filter(
  ({ body, route }) => body !== undefined && !OF_SOURCES.test(route) && !OF_OTHERS.includes(route),
);
test.each(bodied.map((one) => [`${one.method} ${one.route}`, one] as const))(
  '%s refuses a field it does not take',
  async (_name, operation) => {
    const response = await sent({ ...operation, body: { ...operation.body, nobodyKnows: 'x' } }, {});

    expectProblem(response, 400);
    expect(response.body).toMatchObject({
      errors: expect.arrayContaining([
        { path: 'nobodyKnows', remedy: expect.stringContaining('is not known') as string },
      ]) as object,
    });
  },
);

test('the nearest known name is told, of parameters and of fields, within others too', async () => {
  const remedies = async (response: Promise<{ body: unknown }>) =>
    ((await response).body as { errors: { path: string; remedy: string }[] }).errors;

  expect(await remedies(server.request.get('/api/v1/rejected?sorce=patient:pro').then())).toEqual([
    { path: 'sorce', remedy: 'is not known; did you mean `source`?' },
  ]);
  expect(
    await remedies(server.request.post('/api/v1/reports').send({ period: '2023', by: 'Anna', knownat: 'x' }).then()),
  ).toEqual([{ path: 'knownat', remedy: 'is not known; did you mean `knownAt`?' }]);
  const delivery = { kind: 'folder', folder: 'x', foldr: 'y' };
  expect(
    await remedies(
      server.request
        .post('/api/v1/subscriptions')
        .send({ unit: 'denmark', period: 'year', formats: ['csv'], schedule: '0 6 5 * *', delivery })
        .then(),
    ),
  ).toEqual([{ path: 'delivery.foldr', remedy: 'is not known; did you mean `folder`?' }]);
});

test('a parameter that is given twice, an empty name, null in a body and a body nobody takes are refused', async () => {
  expectProblem(await server.request.get('/api/v1/rejected?limit=1&limit=2'), 400);
  expectProblem(await server.request.get('/api/v1/rejected?=1'), 400);
  expectProblem(
    await server.request.post('/api/v1/reports').send({ period: '2023', by: 'Anna Holm', note: null }),
    400,
  );
  expectProblem(await server.request.post('/api/v1/feeds/judge').send({ organisation: 'patient:pro' }), 400);
  expectProblem(await server.request.post('/api/v1/reports').send([1]), 400);
});
