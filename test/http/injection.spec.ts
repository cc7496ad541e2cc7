import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import type { Reader } from '../../src/access/domain/reader';
import { changedSet } from '../definitions/changed-set';
import { hospital, ODENSE_HOSPITAL } from '../support/sectors';
import { as, STAFF } from '../support/stand-in';
import { operationsOf, type OpenApi, type Sent } from './open-api';
import { goldenLines, startTestServer, type TestServer } from './server';

/** By what it is meant to reach. Each says `injected` where it would take effect. */
const PAYLOADS: Readonly<Record<string, string>> = {
  'a page': '"><script>injected()</script><img src=x onerror=injected()>',
  'a header': 'x\r\nset-cookie: injected=1\r\n\r\ninjected',
  'a spreadsheet': '=HYPERLINK("http://evil.example/injected","x")',
  'a folder': '../../../../injected',
  'a folder, encoded': '..%2f..%2finjected%00.csv',
  'a query': "' OR 1=1; DROP TABLE looks; -- injected",
  'a prototype': '__proto__',
  'a text in C': 'injected\u0000.csv',
  'a log': 'injected","level":"fatal","msg":"forged\n{"level":"fatal"}',
  'a template': '${injected} {{injected}} <%= injected %> %s%n',
  'a terminal': '\u001b[2J\u001b]0;injected\u0007',
};
/** What a query language of a store reads as an operator, where a text belongs. */
const OPERATORS: readonly object[] = [{ $gt: '' }, { $ne: null }, { $where: 'injected' }, { __proto__: null, a: [] }];
/** A stream that never ends; nothing can be written in its address or body. */
const ENDLESS = 'get /api/v1/changes';
const WRITTEN_HERE = 'written here';

let server: TestServer;
let operations: ReturnType<typeof operationsOf>;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(goldenLines());
  const frozen = await server.request.post('/api/v1/reports').send({ period: 'all', by: 'Cille Dam' });
  const { id } = frozen.body as { readonly id: string };
  const found = await server.request.post('/api/v1/persons/lookup').send({ cpr: '1502779995' });
  const { person } = found.body as { readonly person: string };
  const document = (await server.request.get('/docs-json')).body as OpenApi;
  operations = operationsOf(document, {
    ...{ id, from: id, to: id, set: 'dhrd-2023', version: '3', number: '1', key: 'diet', section: 'rules', person },
    ...{ organisation: 'hospital:330901000016003', unit: 'denmark', indicator: 'diet', format: 'csv', may: true },
    ...{ definitions: changedSet(4, {}), event: {}, cpr: '0201609995', user: 'nobody' },
  }).filter(({ usual }) => `${usual.method} ${usual.route}` !== ENDLESS);
});
afterAll(() => server.stop());

/** Whoever may do something at an address: staff of the registry, else health staff, else the patient. */
const WHO: readonly Reader[] = [
  STAFF,
  { ...STAFF, subject: 'a-doctor', roles: ['hospital', 'public'], organisation: ODENSE_HOSPITAL },
];

async function send({ method, route, path, query, body }: Sent, who: Reader): Promise<Response> {
  const address = route.replace(/\{(\w+)\}/g, (_braced, name: string) => encodeURIComponent(path[name] ?? ''));
  const request = server.request[method as 'get' | 'post' | 'delete'](address).query(query).set(as(who));
  return body === undefined ? request : request.send(body);
}

/** Holds an answer to take what was sent for text, if it says it at all. */
function expectHarmless(at: string, { status, headers, text = '' }: Response): void {
  expect([at, status]).not.toEqual([at, 500]);
  expect(headers['set-cookie']?.toString() ?? '').not.toContain('injected');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
  const type = headers['content-type'] ?? '';
  if (type.startsWith('text/html') || type.startsWith('image/svg'))
    expect([at, /<script>|<img src=x/.test(text)]).toEqual([at, false]);
  if (type.startsWith('text/csv')) expect(text).not.toMatch(/(^|[;,"\n])=HYPERLINK/);
  // Errors say what to do, never what was sent.
  if (status >= 400) expect([at, text.includes('injected')]).toEqual([at, false]);
}

describe.each(Object.entries(PAYLOADS))('what is meant for %s', (_what, payload) => {
  test('is text, wherever it is written', async () => {
    let sent = 0;
    for (const { usual, writables } of operations) {
      for (const { name, write } of writables) {
        for (const who of WHO)
          expectHarmless(`${usual.method} ${usual.route} ${name}`, await send(write(payload), who));
        sent += 1;
      }
    }

    expect(sent).toBeGreaterThan(100);
  });
});

test.each(OPERATORS)('%j in place of a text is refused, or never kept', async (operator) => {
  for (const { usual, writables } of operations) {
    for (const { place, name, write } of writables.filter((one) => one.place === 'body')) {
      const at = `${usual.method} ${usual.route} ${name}`;
      const { body } = write(WRITTEN_HERE);
      const sent = JSON.parse(JSON.stringify(body).replaceAll(`"${WRITTEN_HERE}"`, JSON.stringify(operator))) as object;
      const response = await send({ ...usual, body: sent as Record<string, unknown> }, STAFF);

      expectHarmless(`${at} ${place}`, response);
      // What belongs to another kind of delivery is not kept.
      if (response.status < 300) expect([at, response.text]).toEqual([at, expect.not.stringContaining('$')]);
    }
  }
});

test.each(['[$gt]', '[__proto__][polluted]', '.$where'])(
  'a parameter named with %s is none there is',
  async (suffix) => {
    for (const { usual, writables } of operations.filter((one) => one.usual.method === 'get')) {
      const names = writables.filter(({ place }) => place === 'query').map(({ name }) => name);
      for (const name of names) {
        const response = await send({ ...usual, query: { ...usual.query, [`${name}${suffix}`]: '1' } }, STAFF);
        expect([usual.route, name, response.status]).toEqual([usual.route, name, 400]);
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

test('every field of an event takes what is meant for pages, queries, files and logs as text', async () => {
  const [, diagnosis] = hospital().pci('2024-05-03', { cpr: '0504909995' });
  for (const [at, payload] of Object.values(PAYLOADS).entries()) {
    const event = diagnosis as unknown as { readonly data: Record<string, unknown> } & Record<string, unknown>;
    const wholes = Object.keys(event).map((field) => ({ ...event, id: `i-${at}-${field}`, [field]: payload }));
    const parts = Object.keys(event.data).map((field) => ({
      ...event,
      id: `p-${at}-${field}`,
      data: { ...event.data, recordId: `r-${at}-${field}`, [field]: payload },
    }));
    const unknown = { ...event, id: `u-${at}`, data: { ...event.data, recordId: `u-${at}`, [payload]: payload } };
    const sent = [...wholes, ...parts, unknown].map((one) => JSON.stringify(one)).join('\n');
    const response = await server.request.post('/api/v1/events').set('content-type', 'application/x-ndjson').send(sent);
    expect([payload, response.status]).toEqual([payload, 202]);
    expect(response.body).toHaveLength(wholes.length + parts.length + 1);
  }
  await server.embedded.log.settled();

  const looks = ['/', '/?lang=en', '/metrics', '/health', '/api/v1/findings', '/api/v1/rejected', '/api/v1/feeds'];
  const files = ['csv', 'json', 'table'].map(
    (format) => `/api/v1/exports/report?period=all&level=hospital&format=${format}`,
  );
  const drawn = ['/api/v1/charts/funnel?indicator=participation&period=all&format=svg'];
  for (const path of [...looks, ...files, ...drawn]) {
    const response = await server.request.get(path);
    expectHarmless(path, response);
    if (path === '/metrics') expect(response.text).not.toContain('injected');
  }
});

test.each([
  'accept-language',
  'user-agent',
  'referer',
  'cookie',
  'x-forwarded-for',
  'x-forwarded-host',
  'traceparent',
  'accept',
])('the header %s takes it as text', async (header) => {
  const texts = Object.values(PAYLOADS).filter((payload) => /^[\x20-\x7e]*$/.test(payload));
  for (const text of [...texts, 'x'.repeat(8_000)]) {
    for (const path of ['/', '/sign-in/demo', '/api/v1/reader', '/api/v1/measures/diet', '/api/v1/nothing']) {
      expectHarmless(`${header} ${path}`, await server.request.get(path).set(header, text));
    }
  }
});

test('what an issuer calls somebody is text on the page, and in no header', async () => {
  for (const name of Object.values(PAYLOADS)) {
    const response = await server.request.get('/').set(as({ ...STAFF, name }));

    expectHarmless(name, response);
    expect(response.text).not.toContain('<script>');
  }
});

test('afterwards the log has whole lines that say nothing of it, and no file lies where none belongs', () => {
  expect(server.logged.length).toBeGreaterThan(1_000);
  for (const line of server.logged) {
    expect(line.trimEnd()).not.toContain('\n');
    expect(JSON.parse(line)).toMatchObject({ level: expect.stringMatching(/^(info|warn)$/) as string });
    expect(line).not.toContain('injected');
  }
  const written = readdirSync(server.folder, { recursive: true, encoding: 'utf8' });
  expect(written.filter((name) => name.includes('injected'))).toEqual([]);
  for (const up of ['..', '../..', '../../..', '../../../..'])
    expect(existsSync(join(server.folder, up, 'injected'))).toBe(false);
});
