import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_HOSTS: 'rehab.test, other.test' });
});
afterAll(() => server.stop());

/** The status of an answer to a request that names a host of its own. */
const statusFor = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    httpRequest(`${server.url}/health/live`, { headers: { host } }, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode));
    })
      .on('error', reject)
      .end();
  });

test.each([
  '/api/v1/rejected',
  '/api/v1/units',
  '/api/v1/persons/p_aaaaaaaaaaaaaaaaaaaaaa/pathways',
  '/health',
  '/api/v1/none',
])('what %s answers is kept nowhere and is of the type it says', async (path) => {
  const { headers } = await server.request.get(path);

  expect([headers['cache-control'], headers['x-content-type-options']]).toEqual(['no-store', 'nosniff']);
});

test('pages and contracts are of the type they say, too', async () => {
  for (const path of ['/', '/assets/site.css', '/docs', '/docs-json', '/contracts']) {
    expect([path, (await server.request.get(path)).headers['x-content-type-options']]).toEqual([path, 'nosniff']);
  }
});

test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.1:80', '[::1]:3000', 'rehab.test:8080', 'other.test'])(
  'on this machine alone, it is asked for as %s',
  async (host) => {
    expect(await statusFor(host)).toBe(200);
  },
);

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000', '10.0.0.1'])(
  'but not as %s: a page of the web would read what stands here',
  async (host) => {
    expect(await statusFor(host)).toBe(421);
  },
);

describe('the contracts', () => {
  test('are listed, and each is served as it stands', async () => {
    const { contracts } = (await server.request.get('/contracts')).body as { contracts: string[] };

    expect(contracts).toContain('/contracts/asyncapi.yaml');
    expect(contracts).toContain('/contracts/schemas/source/hospital.procedure.schema.json');
    for (const address of contracts) {
      const response = await server.request.get(address).buffer(true);
      expect([address, response.status]).toEqual([address, 200]);
      expect(response.text).toBe(readFileSync(contractsPath(...address.split('/').slice(2)), 'utf8'));
    }
  });

  test.each([
    '/contracts/schemas/..%2F..%2Fpackage.json',
    '/contracts/schemas/source/nothing.schema.json',
    '/contracts/nothing',
  ])('there is nothing at %s', async (path) => {
    expect((await server.request.get(path)).status).toBe(404);
  });
});

test.each([
  ['put', '/api/v1/reports', 'GET, HEAD, POST'],
  ['delete', '/api/v1/events', 'POST'],
  ['get', '/api/v1/persons/lookup', 'POST'],
  ['post', '/api/v1/feeds', 'GET, HEAD'],
  ['delete', '/api/v1/feeds/judge', 'POST'],
  ['patch', '/api/v1/subscriptions/x', 'DELETE'],
] as const)('%s %s is told which methods there are', async (method, path, allow) => {
  const response = await server.request[method](path);

  expect([response.status, response.headers['allow']]).toEqual([405, allow]);
});
