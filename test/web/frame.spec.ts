import supertest from 'supertest';
import { startTestServer, type TestServer } from '../http/server';
import { as, STAFF, StandIn } from '../support/stand-in';

let server: TestServer;
let web: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_ANONYMOUS_PER_MINUTE: '40' }, { signIn: new StandIn('nobody') });
  web = supertest(server.url);
});
afterAll(() => server.stop());

const languageOf = (text: string): string | undefined => /<html lang="(\w+)"/.exec(text)?.[1];

test('pages are in the language the browser prefers, else in Danish', async () => {
  expect(languageOf((await web.get('/')).text)).toBe('da');
  expect(languageOf((await web.get('/').set('accept-language', 'en-GB,en;q=0.9')).text)).toBe('en');
  expect(languageOf((await web.get('/').set('accept-language', 'de')).text)).toBe('da');
});

test('a language that was chosen is remembered', async () => {
  const chosen = await web.get('/?lang=en');
  const [cookie = ''] = chosen.headers['set-cookie'] as unknown as string[];

  expect(languageOf(chosen.text)).toBe('en');
  expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
  const again = await web
    .get('/')
    .set('cookie', cookie.split(';')[0] ?? '')
    .set('accept-language', 'da');
  expect(languageOf(again.text)).toBe('en');
});

test('an address without a page is told on a page where a browser asks, and as a problem document elsewhere', async () => {
  const page = await web.get('/findes-ikke').set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8');
  expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page.text).toContain('<h1>Siden findes ikke</h1>');

  for (const [path, accept] of [
    ['/findes-ikke', 'application/json'],
    ['/findes-ikke', '*/*'],
    ['/api/v1/findes-ikke', 'text/html'],
  ] as const) {
    const problem = await web.get(path).set('accept', accept);
    expect([path, problem.status, problem.headers['content-type']]).toEqual([
      path,
      404,
      'application/problem+json; charset=utf-8',
    ]);
  }
});

test('what a page asks the API on behalf of its reader is not counted as requests of theirs', async () => {
  const statuses: number[] = [];
  for (let visit = 0; visit < 20; visit += 1) statuses.push((await web.get('/?period=2023')).status);

  // Twenty visits ask sixty things of the API; forty requests a minute are answered.
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test('a page leads each reader where they may see something', async () => {
  const linked = (text: string): string[] =>
    [...(/<nav class="site-nav"[^]*?<\/nav>/.exec(text)?.[0] ?? '').matchAll(/href="([^"]*)"/g)].map(
      ([, to]) => to ?? '',
    );
  const registry = { ...STAFF, subject: 'r', roles: ['registry', 'public'] } as const;
  const patient = { ...STAFF, subject: 'p', roles: ['patient', 'public'] } as const;

  const asPublic = linked((await web.get('/').set('x-forwarded-for', '10.0.0.1')).text);
  expect(asPublic).toEqual(expect.arrayContaining(['/', '/indikatorer', '/enheder']));
  expect(asPublic).not.toContain('/personer');
  expect(linked((await web.get('/').set(as(registry))).text)).toEqual(
    expect.arrayContaining(['/personer', '/rapporter', '/leveringer', '/arbejdsliste']),
  );
  const asPatient = linked((await web.get('/').set(as(patient))).text);
  expect(asPatient).toContain('/mig');
  expect(asPatient).not.toContain('/leveringer');
});

test('a page with a script or a name of somebody in its address shows it as text', async () => {
  const name = '<img src=x onerror=alert(1)>';
  const { text } = await web.get('/?period=%22%3E%3Cscript%3Ealert(1)%3C/script%3E').set(as({ ...STAFF, name }));

  expect(text).not.toMatch(/<script>|<img/);
  expect(text).toContain('&lt;img src=x onerror=alert(1)');
});
