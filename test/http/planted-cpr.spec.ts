import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { changedSet } from '../definitions/changed-set';
import { bare, expectUnsaid, SPELLINGS } from '../support/spellings';
import { operationsOf, type OpenApi, type Sent } from './open-api';
import { expectProblem, goldenLines, startTestServer, type TestServer } from './server';

/** Where a CPR number is what is asked for: how it must be written there, other specs say. */
const TAKES_CPR = [
  'post /api/v1/persons/lookup cpr',
  'post /api/v1/persons/relations cpr',
  'post /api/v1/rejected/{number}/resend event',
];
/** Go on answering people with a page. */
const PAGES = ['/', '/sign-in/demo'];
/** What an issuer says there is its own. */
const OF_ISSUER = '/sign-in/return';
/** What health staff, patients, auditors and sources do; staff of the registry are refused whatever they write. */
const OF_OTHERS = [
  ...['/api/v1/persons/relations', '/api/v1/persons/{person}/consents'],
  ...['/api/v1/sources/{organisation}/rejected/{number}', '/api/v1/sources/{organisation}/rejected/{number}/resend'],
  ...['/api/v1/sources/{organisation}/retractions', '/api/v1/sources/{organisation}/registrations'],
];
/** A stream that never ends; nothing can be written in its address or body. */
const ENDLESS = 'get /api/v1/changes';

let server: TestServer;
let operations: ReturnType<typeof operationsOf>;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_WEBHOOK_HOSTS: 'localhost:1' });
  await server.tell(goldenLines());
  const frozen = await server.request.post('/api/v1/reports').send({ period: 'all', by: 'Cille Dam' });
  await server.request.post('/api/v1/definitions').send({ definitions: changedSet(3, {}), by: 'Cille Dam' });
  const { id } = frozen.body as { readonly id: string };
  const document = (await server.request.get('/docs-json')).body as OpenApi;
  operations = operationsOf(document, {
    ...{ id, from: id, to: id, set: 'dhrd-2023', version: '3', number: '1', key: 'diet', section: 'rules' },
    ...{ person: 'p_0000000000000000000000', organisation: 'hospital:330901000016003', unit: 'municipality:0461' },
    ...{ indicator: 'diet', format: 'csv', definitions: changedSet(4, {}), event: {}, cpr: '0201609995' },
    ...{ url: 'http://localhost:1/', indicators: ['diet'] },
  }).filter(({ usual }) => `${usual.method} ${usual.route}` !== ENDLESS);
});
afterAll(() => server.stop());

async function send({ method, route, path, query, body }: Sent): Promise<Response> {
  const address = route.replace(/\{(\w+)\}/g, (_braced, name: string) => encodeURIComponent(path[name] ?? ''));
  const request = server.request[method as 'get' | 'post' | 'delete'](address).query(query);
  return body === undefined ? request : request.send(body);
}

function expectSaidNowhere({ text, headers }: Response): void {
  expectUnsaid(text ?? '');
  expectUnsaid(JSON.stringify(headers));
}

test.each(SPELLINGS)('%s is refused in every text of every operation and comes out nowhere', async (spelling) => {
  for (const { usual, writables } of operations) {
    for (const { place, name, write } of writables) {
      const at = `${usual.method} ${usual.route} ${name}`;
      const response = await send(write(spelling));

      expectSaidNowhere(response);
      if (TAKES_CPR.includes(at) || PAGES.includes(usual.route) || usual.route === OF_ISSUER) continue;
      if (OF_OTHERS.includes(usual.route)) {
        expect([at, response.status]).toEqual([at, 403]);
        continue;
      }
      expect([at, response.status]).toEqual([at, place === 'path' ? 404 : 400]);
      expectProblem(response, response.status);
      if (place === 'path') continue;
      expect([at, response.body]).toMatchObject([
        at,
        { errors: expect.arrayContaining([aboutField(name)]) as unknown },
      ]);
    }
  }
});

const aboutField = (name: string): unknown =>
  expect.objectContaining({ path: expect.stringMatching(new RegExp(`^${name}(\\.0)?$`)) as string }) as unknown;

test('with nothing of the kind the same requests are taken, and nothing written before is given back', async () => {
  expect(operations.length).toBeGreaterThan(55);
  for (const { usual } of operations) {
    if (usual.route === '/api/v1/events') continue;
    const response = await send(usual);

    expect([usual.route, response.status]).not.toEqual([usual.route, 400]);
    expect(response.status).toBeLessThan(500);
    expectSaidNowhere(response);
  }
});

test('neither the log nor the store holds anything of it', () => {
  expect(server.logged.length).toBeGreaterThan(0);
  for (const line of server.logged) expectUnsaid(line);
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.map(({ name }) => name)).toContain('rehabspor.db');
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const spelling of SPELLINGS) expect(bytes.includes(spelling)).toBe(false);
  }
});

test('the spellings are of one number', () => {
  for (const spelling of SPELLINGS) expect(bare(spelling)).toContain('1502779995');
});
