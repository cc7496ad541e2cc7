import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { startServer, type RunningServer } from '../../src/apps/start';
import { readSettings } from '../../src/platform/config/settings';
import { TestIssuer } from '../support/issuer';
import { temporaryFolder } from '../support/temporary-folder';
import { operationsOf, type OpenApi, type Sent } from './open-api';

let issuer: TestIssuer;
/** With an issuer that is set, and two that have demo users. */
let server: RunningServer;
let demo: RunningServer;
let another: RunningServer;
let operations: Sent[];
beforeAll(async () => {
  issuer = await TestIssuer.start();
  const start = (more: Readonly<Record<string, string>> = {}) => {
    const usual = { REHABSPOR_DATA: temporaryFolder(), REHABSPOR_PORT: '0', REHABSPOR_KEY: 'a key for tests only' };
    return startServer(readSettings({ ...usual, ...more }), { silent: true });
  };
  server = await start({ REHABSPOR_OIDC_ISSUER: issuer.issuer });
  demo = await start();
  another = await start();
  const document = (await (await fetch(`${server.url}/docs-json`)).json()) as OpenApi;
  operations = operationsOf(document, { set: 'dhrd-2023', version: '2', key: 'diet', number: '1', event: {} }).map(
    ({ usual }) => usual,
  );
});
afterAll(async () => {
  for (const one of [server, demo, another]) await one?.close();
  await issuer?.stop();
});

async function send({ method, route, path, query, body }: Sent, headers: Readonly<Record<string, string>>) {
  const address = route.replace(/\{(\w+)\}/g, (_braced, name: string) => encodeURIComponent(path[name] ?? 'x'));
  const asked = new URLSearchParams(query).toString();
  return fetch(`${server.url}${address}${asked === '' ? '' : `?${asked}`}`, {
    ...{ method: method.toUpperCase(), redirect: 'manual' },
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const now = (): number => Math.floor(Date.now() / 1000);
const everything = () => ({
  ...{ iss: issuer.issuer, aud: 'rehabspor', sub: 'x', exp: now() + 60 },
  roles: ['registry', 'operator', 'auditor'],
});

test.each<[string, () => Promise<string>]>([
  ['was forged', async () => `${(await issuer.token()).slice(0, -8)}AAAAAAAA`],
  ['has expired', () => issuer.token({ ...everything(), exp: now() - 3_600 })],
  ['is for somebody else', () => issuer.token({ ...everything(), aud: 'another-api' })],
  ['is of another issuer', () => issuer.token({ ...everything(), iss: 'https://issuer.example' })],
  ['has alg none', () => Promise.resolve(new UnsecuredJWT(everything()).encode())],
  [
    'was signed with another key',
    async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return new SignJWT(everything()).setProtectedHeader({ alg: 'ES256', kid: 'first' }).sign(privateKey);
    },
  ],
  [
    'brings the key it was signed with',
    async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const { exportJWK } = await import('jose');
      const header = { alg: 'ES256', kid: 'mine', jwk: await exportJWK(publicKey), jku: 'https://evil.example/keys' };
      return new SignJWT(everything()).setProtectedHeader(header).sign(privateKey);
    },
  ],
  ['demo users have', async () => tokenOf(demo, 'registry')],
])(
  'at every address but the open ones, a token that %s is answered with 401 and nothing of it',
  async (_what, made) => {
    const token = await made();
    expect(operations.length).toBeGreaterThan(70);
    for (const sent of operations) {
      const response = await send(sent, { authorization: `Bearer ${token}` });
      const text = await response.text();

      expect([sent.route, response.status]).toEqual([sent.route, 401]);
      for (const part of token.split('.').filter((one) => one.length > 8)) expect(text).not.toContain(part);
    }
  },
);

async function tokenOf({ url }: RunningServer, user: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in/demo/${user}/token`, { method: 'POST' });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function sessionOf({ url }: RunningServer, user: string, cookie?: string): Promise<string> {
  const headers = cookie === undefined ? {} : { cookie, origin: url };
  const answer = await fetch(`${url}/sign-in/demo/${user}`, { method: 'POST', redirect: 'manual', headers });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

const subjectOf = async ({ url }: RunningServer, headers: Readonly<Record<string, string>>): Promise<string> =>
  ((await (await fetch(`${url}/api/v1/reader`, { headers })).json()) as { subject: string }).subject;

test('a session that has ended, or that another server began, is nobody’s', async () => {
  const cookie = await sessionOf(demo, 'registry');
  expect(await subjectOf(demo, { cookie })).toBe('registry');
  expect(await subjectOf(another, { cookie })).toBe('public');

  await fetch(`${demo.url}/sign-out`, { method: 'POST', redirect: 'manual', headers: { cookie, origin: demo.url } });
  expect(await subjectOf(demo, { cookie })).toBe('public');
});

test('whoever signs in again is known by another session, and the one before is nobody’s', async () => {
  const before = await sessionOf(demo, 'patient');
  const after = await sessionOf(demo, 'registry', before);

  expect(after).not.toBe(before);
  expect([await subjectOf(demo, { cookie: before }), await subjectOf(demo, { cookie: after })]).toEqual([
    'public',
    'registry',
  ]);
});

test('a token of one server’s demo users is none at another', async () => {
  const authorization = `Bearer ${await tokenOf(demo, 'registry')}`;

  expect(await subjectOf(demo, { authorization })).toBe('registry');
  expect((await fetch(`${another.url}/api/v1/reader`, { headers: { authorization } })).status).toBe(401);
});

test('a page of another site does nothing with a session it cannot read', async () => {
  const cookie = await sessionOf(demo, 'registry');
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
    const answer = await fetch(`${demo.url}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, ...headers },
    });
    expect(answer.status).toBe(403);
  }
  expect(await subjectOf(demo, { cookie })).toBe('registry');
});
