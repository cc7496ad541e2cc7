import { expectProblem, goldenLines, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  // A population of one: every number there is would be hidden.
  server = await startTestServer();
  await server.tell([...goldenLines(), 'no json']);
});
afterAll(() => server.stop());

test('health says that the program is ready and nobody is behind', async () => {
  const response = await server.request.get('/health');

  expect(response.status).toBe(200);
  expect(response.body).toMatchObject({ live: true, ready: true });
  expect((response.body as { consumers: { lag: number }[] }).consumers.map(({ lag }) => lag)).toEqual([0, 0, 0]);
});

test.each(['/health/live', '/health/ready'])('%s answers where those look who restart and route', async (path) => {
  expect((await server.request.get(path)).status).toBe(200);
});

test('metrics count events by receipt, requests by route, lag and size', async () => {
  await server.request.get('/api/v1/persons/p_0000000000000000000000/pathways');
  const { text } = await server.request.get('/metrics');

  expect(text).toMatch(/rehabspor_events_total\{status="accepted",code=""\} \d+/);
  expect(text).toMatch(/rehabspor_events_total\{status="rejected",code="INVALID_EVENT"\} 1/);
  expect(text).toMatch(/rehabspor_consumer_lag\{group="pathways",topic="clinical-events"\} 0/);
  expect(text).toMatch(/rehabspor_decision_changes [1-9]/);
  expect(text).toMatch(/rehabspor_store_bytes [1-9]/);
  expect(text).toContain('route="/api/v1/persons/:person/pathways",status="404"');
});

test('the documentation lists every address', async () => {
  const { body } = await server.request.get('/docs-json');
  const paths = Object.keys((body as { paths: object }).paths);

  expect(paths).toEqual(
    expect.arrayContaining([
      '/health',
      '/metrics',
      '/api/v1/events',
      '/api/v1/rejected',
      '/api/v1/rejected/{number}/resend',
      '/api/v1/findings',
      '/api/v1/indicators',
      '/api/v1/indicators/{key}/results',
      '/api/v1/units/{organisation}/profile',
      '/api/v1/feeds',
      '/api/v1/persons/lookup',
      '/api/v1/persons/{person}/pathways',
      '/api/v1/changes',
    ]),
  );
  expect((await server.request.get('/docs')).status).toBe(200);
});

test('an address that is not there is a problem', async () => {
  expectProblem(await server.request.get('/api/v1/nothing'), 404);
});

test('an address that cannot be decoded is a problem', async () => {
  expectProblem(await server.request.get('/api/v1/persons/%E0%A4%A/pathways'), 400);
});

test('the log has a line for every request, by route pattern', () => {
  const requests = server.logged.map((line) => JSON.parse(line) as { msg: string; route?: string; status?: number });

  expect(requests).toContainEqual(
    expect.objectContaining({ msg: 'request', method: 'POST', route: '/api/v1/events', status: 202 }) as object,
  );
});

test('the page shows the table in Danish with the label, the day and the digest', async () => {
  const { text, headers } = await server.request.get('/?period=2023&asOf=2026-03-31');

  expect(text).toContain('<html lang="da">');
  expect(text).toContain('arbejdsdefinition');
  expect(text).toContain('Diætbehandling');
  expect(text).toMatch(/kommune\s+<span class="value">100,0 %/);
  expect(text).toMatch(/sha256:[0-9a-f]{64}/);
  expect(text).toContain('<th scope="row"');
  expect(text).not.toMatch(/(src|href)="https?:/);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test('the page speaks English when asked to', async () => {
  const { text } = await server.request.get('/?lang=en&period=2024');

  expect(text).toContain('<html lang="en">');
  expect(text).toContain('Diet treatment');
});

test('what pages are made of is served beside them, and may be kept by its content', async () => {
  const { text } = await server.request.get('/');
  const addresses = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]*)"/g)].map(([, address]) => address as string);

  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) {
    const { status, headers } = await server.request.get(address);
    expect([address, status]).toEqual([address, 200]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
  expect((await server.request.get('/assets/dkfds/IBMPlexSans-Regular.woff2')).status).toBe(200);
  expect((await server.request.get('/assets/../site/site.js')).status).toBe(404);
});

test.each(['period=%3Cscript%3E', 'asOf=soon', 'period=1502779995'])(
  'the page says when %s cannot be read',
  async (query) => {
    const { status, text } = await server.request.get(`/?${query}`);

    expect(status).toBe(200);
    expect(text).toContain('role="alert"');
    expect(text).not.toMatch(/<script>|150277/);
  },
);
