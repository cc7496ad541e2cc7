import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import type { OpenApiDocument, Operation } from '../../src/platform/http/openapi/openapi-types';
import { DocumentedAnswers } from './documented-answers';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
let document: OpenApiDocument;
beforeAll(async () => {
  server = await startTestServer();
  document = JSON.parse(JSON.stringify(openApiDocument(server.app))) as OpenApiDocument;
});
afterAll(() => server.stop());

const operations = (): Operation[] => Object.values(document.paths).flatMap((item) => Object.values(item));
const named = (choose: (operation: Operation) => boolean): (string | undefined)[] =>
  operations()
    .filter(choose)
    .map(({ operationId }) => operationId);
const succeeding = ({ responses }: Operation) => Object.entries(responses).filter(([status]) => Number(status) < 400);

test('the document is the one that is checked in; npm run generate:client writes it', () => {
  expect(JSON.parse(readFileSync(contractsPath('openapi.json'), 'utf8'))).toEqual(document);
});

test('it is sound OpenAPI 3.1, and the client’s types are generated from it', () => {
  const root = join(__dirname, '..', '..');
  const command = join(root, 'node_modules', '.bin', 'openapi-typescript');
  const files = ['contracts/openapi.json', '-o', 'src/platform/http/client/api.generated.ts'];

  expect(document.openapi).toBe('3.1.0');
  // Refuses a document whose structure is not OpenAPI's, and types that are not those of the document.
  expect(() => execFileSync(command, [...files, '--check'], { cwd: root, stdio: 'pipe' })).not.toThrow();
});

test('every operation has a name of its own, a summary and a described tag', () => {
  const ids = named(() => true);
  const described = document.tags.filter(({ description = '' }) => description !== '').map(({ name }) => name);

  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z]+)*$/.test(id ?? ''))).toEqual([]);
  expect(named(({ summary = '' }) => summary === '')).toEqual([]);
  expect(named(({ tags = [] }) => tags.length !== 1 || !described.includes(tags[0] ?? ''))).toEqual([]);
  expect(document.servers.length).toBeGreaterThan(0);
});

/** Statuses that say all there is: it is done, or where to go on. */
const BODILESS = ['204', '302', '303'];

test('every operation says what it answers: a schema for each media type, or that there is no body', () => {
  const isSaid = (operation: Operation): boolean =>
    succeeding(operation).length === 1 &&
    succeeding(operation).every(([status, { description, content = {} }]) => {
      const bodies = Object.values(content);
      return (
        description !== '' &&
        BODILESS.includes(status) === (bodies.length === 0) &&
        bodies.every(({ schema }) => schema)
      );
    });

  expect(named((operation) => !isSaid(operation))).toEqual([]);
});

test('every answer in JSON has an example that follows its schema', () => {
  const answers = new DocumentedAnswers(document);
  const bodies = operations().flatMap((operation) =>
    succeeding(operation).flatMap(([, { content = {} }]) => {
      const body = content['application/json'];
      return body === undefined ? [] : [{ id: operation.operationId, body }];
    }),
  );

  expect(bodies.length).toBeGreaterThan(50);
  for (const { id, body } of bodies) {
    const examples = Object.values(body.examples ?? {});
    expect([id, examples.length]).toEqual([id, 1]);
    for (const { value } of examples) answers.holdTo(String(body.schema?.['$ref']), value, `The example of ${id}`);
  }
});

test('every problem is an RFC 9457 document, and names stand for what may not be there', () => {
  const faulty = operations().flatMap(({ operationId, responses }) =>
    Object.entries(responses)
      .filter(
        ([status, { content = {} }]) => Number(status) >= 400 && content['application/problem+json'] === undefined,
      )
      .map(([status]) => `${operationId} ${status}`),
  );
  const isNamed = ({ parameters = [] }: Operation): boolean => parameters.some(({ in: place }) => place === 'path');

  // These answer the same whether the program is ready or not; the status tells those who route and restart.
  expect(faulty).toEqual(['readHealth 503', 'checkReadiness 503']);
  expect(named((operation) => isNamed(operation) && operation.responses['404'] === undefined)).toEqual([]);
  expect(named(({ responses }) => responses['500'] === undefined)).toEqual([]);
});

test('every schema of an answer names all its fields, but for those of FHIR', () => {
  const files = readdirSync(contractsPath('api')).filter((file) => /^(?!fhir).*\.schema\.json$/.test(file));
  const open = files.flatMap((file) =>
    objectsIn(JSON.parse(readFileSync(contractsPath('api', file), 'utf8')))
      .filter((schema) => schema['type'] === 'object' && schema['additionalProperties'] === undefined)
      .map((schema) => `${file}: ${JSON.stringify(schema)}`),
  );

  expect(files.length).toBeGreaterThan(10);
  expect(open).toEqual([]);
});

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  const within = Object.values(value).flatMap((inner) => objectsIn(inner));
  return Array.isArray(value) ? within : [value as Record<string, unknown>, ...within];
}

describe('an answer that is not documented is caught:', () => {
  const check = (change: object): (() => void) => {
    const good = {
      method: 'GET',
      path: '/health/live',
      status: 200,
      contentType: 'application/json',
      body: { live: true },
    };
    return () => new DocumentedAnswers(document).check({ ...good, ...change });
  };

  test('a sound one passes', () => {
    expect(check({})).not.toThrow();
  });
  test.each([
    ['a field too many', { body: { live: true, mood: 'fine' } }, 'must NOT have additional properties'],
    ['a field too few', { body: {} }, "must have required property 'live'"],
    ['another status', { status: 418 }, 'GET /health/live: 418 is not a documented status of checkLiveness'],
    ['another media type', { contentType: 'text/html' }, 'came as text/html, which is not documented'],
    ['an address that is not listed', { path: '/health/soon' }, 'the document has no such address'],
    ['a method that is not listed', { method: 'PUT' }, 'the document has no such address'],
  ])('%s', (_what, change, says) => {
    expect(check(change)).toThrow(says);
  });
});

describe('what is asked wrongly is refused with a documented problem:', () => {
  const post = (path: string) => server.request.post(`/api/v1${path}`);

  test('a body of another type', async () => {
    const response = await post('/persons/lookup').type('text/plain').send('cpr=…');
    expect([response.status, response.body.detail]).toEqual([415, expect.stringContaining('application/json')]);
  });
  test('a correction of another type, rather than passing it over', async () => {
    expect((await post('/rejected/1/resend').type('form').send('event=x')).status).toBe(415);
  });
  test('a body that is too large', async () => {
    const note = 'x'.repeat(2_000_000);
    expect((await post('/reports').send({ period: '2023', by: 'Anna Holm', note })).status).toBe(413);
  });
  test('a body that is cut off', async () => {
    expect((await post('/reports').type('json').send('{"period":')).status).toBe(400);
  });
  test('FHIR for those who take none', async () => {
    expect((await server.request.get('/api/v1/measures').set('accept', 'image/png')).status).toBe(406);
  });
  test('an address or method there is not', async () => {
    expect((await server.request.get('/api/v1/nothing')).status).toBe(404);
    const response = await server.request.put('/api/v1/reports').send({});
    expect([response.status, response.headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
  });
});
