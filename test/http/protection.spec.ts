import { createHash } from 'node:crypto';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** The sources a policy names, by directive. */
function policyOf({ headers }: { readonly headers: Readonly<Record<string, string>> }): Map<string, string[]> {
  const directives = (headers['content-security-policy'] ?? '').split(';');
  return new Map(directives.map((directive) => directive.split(' ')).map(([name = '', ...of]) => [name, of]));
}

const digestOf = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test.each(['/', '/sign-in/demo', '/assets/site.css', '/api/v1/reader', '/api/v1/nothing', '/health'])(
  'what %s answers runs and loads nothing from elsewhere and is framed by nobody',
  async (path) => {
    const response = await server.request.get(path);

    expect(Object.fromEntries(policyOf(response))).toEqual({
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'script-src': ["'self'"],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
    });
    expect(response.headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/) as string,
    });
    expect(response.headers).not.toHaveProperty('x-powered-by');
  },
);

test.each(['/?period=2023', '/sign-in/demo'])('%s has no script and no style that its policy forbids', async (path) => {
  const { text } = await server.request.get(path);

  expect(text).not.toMatch(/<script(?! src="\/assets\/)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  expect(text).toContain('<link rel="stylesheet" href="/assets/site.css?v=');
});

test('charts are drawn without styles that a policy forbids', async () => {
  const { body } = await server.request.get('/api/v1/charts/trend?indicator=diet&format=svg').buffer(true);

  expect(String(body)).toMatch(/<svg/);
  expect(String(body)).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i);
});

test('the documentation runs scripts of this server alone, and has no style but those its policy knows', async () => {
  const response = await server.request.get('/docs');
  const policy = policyOf(response);

  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('style-src')).not.toContain("'unsafe-inline'");
  const sheets = [...response.text.matchAll(/<style>([^]*?)<\/style>/g)].map(([, sheet]) => digestOf(sheet));
  const styles = [...response.text.matchAll(/\sstyle="([^"]*)"/g)].map(([, style]) => digestOf(style));
  expect(sheets.length + styles.length).toBeGreaterThan(0);
  expect(policy.get('style-src')).toEqual(["'self'", "'unsafe-hashes'", ...sheets, ...styles]);
  expect(response.text).not.toMatch(/<script(?![^>]*\ssrc=)|\son[a-z]+=/i);
});

test.each(['/', '/sign-in/demo', '/sign-in', '/api/v1/reader', '/api/v1/metadata', '/health'])(
  'what %s answers is kept nowhere: it may tell who asks',
  async (path) => {
    expect((await server.request.get(path)).headers['cache-control']).toBe('no-store');
  },
);

test.each(['get', 'post', 'options'] as const)('no page of another site may read an answer to %s', async (method) => {
  const asked = server.request[method]('/api/v1/reader').set('origin', 'https://evil.example');
  const { headers } = await asked.set('access-control-request-method', 'GET');

  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});
