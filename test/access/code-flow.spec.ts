import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { startServer, type RunningServer } from '../../src/apps/start';
import { readSettings } from '../../src/platform/config/settings';
import { Browser, certifiedIssuer, type CertifiedIssuer } from '../support/certified-issuer';
import { municipality } from '../support/sectors';
import { temporaryFolder } from '../support/temporary-folder';

let issuer: CertifiedIssuer;
let server: RunningServer;
let returnTo: string;
beforeAll(async () => {
  const port = await freePort();
  returnTo = `http://127.0.0.1:${port}/sign-in/return`;
  issuer = await certifiedIssuer(returnTo);
  const settings = readSettings({
    ...{ REHABSPOR_DATA: temporaryFolder(), REHABSPOR_PORT: String(port), REHABSPOR_KEY: 'a key for tests only' },
    ...{ REHABSPOR_OIDC_ISSUER: issuer.issuer, REHABSPOR_OIDC_CLIENT_SECRET: 'secret of the pages' },
  });
  server = await startServer(settings, { silent: true });
});
afterAll(async () => {
  await server?.close();
  issuer?.stop();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const SESSION = 'rehabspor_session';
const whoIs = async (browser: Browser): Promise<object> =>
  (await (await browser.ask(`${server.url}/api/v1/reader`)).json()) as object;

/** Goes to the issuer and signs in there; gives where it leads back to, not yet asked for. */
async function wayBack(browser: Browser, name: string, to = '/'): Promise<string> {
  const led = await browser.ask(`${server.url}/sign-in?to=${encodeURIComponent(to)}`);
  expect(led.status).toBe(302);
  return browser.signInAt(led.headers.get('location') as string, name, returnTo);
}

test('somebody signs in at the issuer, is known by their claims, and by another session after each sign-in', async () => {
  const browser = new Browser();
  expect(await whoIs(browser)).toMatchObject({ subject: 'public' });
  const back = await browser.ask(await wayBack(browser, 'municipality municipality:0461', '/?period=2023'));

  expect([back.status, back.headers.get('location')]).toEqual([302, '/?period=2023']);
  expect(back.headers.getSetCookie().join()).toMatch(/rehabspor_session=[^;]{43}; Path=\/; HttpOnly; SameSite=Lax/);
  expect(await whoIs(browser)).toMatchObject({
    ...{ name: 'Signed in as municipality', roles: ['municipality', 'public'], organisation: 'municipality:0461' },
  });
  const first = browser.cookie(server.url, SESSION);
  await browser.ask(await wayBack(browser, 'municipality municipality:0461'));
  expect(browser.cookie(server.url, SESSION)).not.toBe(first);
});

test('a way back is gone once, by the browser that began alone', async () => {
  const browser = new Browser();
  const back = await wayBack(browser, 'registry');
  const stranger = await new Browser().ask(back);
  expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);

  const other = new Browser();
  const again = await wayBack(other, 'registry');
  expect((await other.ask(again)).status).toBe(302);
  expect((await other.ask(again)).status).toBe(401);
});

test('a session that somebody planted is none, and one that was ended knows nobody', async () => {
  const planted = { cookie: `${SESSION}=planted` };
  const reader = await fetch(`${server.url}/api/v1/reader`, { headers: planted });
  expect(await reader.json()).toMatchObject({ subject: 'public' });

  const browser = new Browser();
  await browser.ask(await wayBack(browser, 'registry'));
  const session = browser.cookie(server.url, SESSION);
  expect((await browser.ask(`${server.url}/sign-out`, {})).status).toBe(303);
  const replayed = await fetch(`${server.url}/api/v1/rejected`, { headers: { cookie: `${SESSION}=${session}` } });
  expect(replayed.status).toBe(401);
});

test('a page of another site cannot have a browser do anything here', async () => {
  const browser = new Browser();
  await browser.ask(await wayBack(browser, 'registry'));
  const headers = { cookie: `${SESSION}=${browser.cookie(server.url, SESSION)}`, origin: 'https://evil.example' };
  const refused = await fetch(`${server.url}/sign-out`, { method: 'POST', headers });

  expect(refused.status).toBe(403);
  expect(await whoIs(browser)).toMatchObject({ roles: ['registry', 'public'] });
});

test('a system gets a token with its own secret and sends as itself alone', async () => {
  const { token_endpoint: address } = (await (
    await fetch(`${issuer.issuer}/.well-known/openid-configuration`)
  ).json()) as { token_endpoint: string };
  const secret = Buffer.from('system-of-0461:secret%20of%20the%20system').toString('base64');
  const granted = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Basic ${secret}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: 'urn:rehabspor', scope: 'api' }),
  });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const send = (event: object): Promise<Response> =>
    fetch(`${server.url}/api/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(event),
    });

  expect((await send(municipality('0461').start('2024-02-01'))).status).toBe(202);
  expect((await send(municipality('0101').start('2024-02-01'))).status).toBe(403);
});

test('demo users are not there where an issuer is', async () => {
  expect((await fetch(`${server.url}/sign-in/demo`)).status).toBe(404);
  expect((await fetch(`${server.url}/sign-in/demo/registry`, { method: 'POST' })).status).toBe(404);
});
