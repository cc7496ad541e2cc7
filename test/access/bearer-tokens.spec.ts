import { errors, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { BearerTokens, HELD_MS } from '../../src/access/adapters/bearer-tokens';
import { Issuer } from '../../src/access/adapters/issuer';
import { SignInError } from '../../src/access/application/sign-in';
import { TestIssuer } from '../support/issuer';

let issuer: TestIssuer;
/** Added to the clock. */
let later: number;
let tokens: BearerTokens;
beforeEach(async () => {
  issuer = await TestIssuer.start();
  later = 0;
  const trusted = new Issuer({ issuer: issuer.issuer, audience: 'rehabspor', clientId: 'pages' });
  tokens = new BearerTokens(
    () => trusted.trusted(),
    (digits) => `p_${digits}`,
    () => Date.now() + later,
  );
});
afterEach(() => issuer.stop());

const now = (): number => Math.floor(Date.now() / 1000);
const usual = () => ({ iss: issuer.issuer, aud: 'rehabspor', sub: 'x', exp: now() + 60, roles: ['registry'] });

test('a token of the issuer says who somebody is; its keys are asked for once', async () => {
  expect(await tokens.readerOf(await issuer.token())).toMatchObject({
    subject: 'somebody',
    roles: ['registry', 'public'],
  });
  await tokens.readerOf(await issuer.token({ sub: 'another' }));
  expect(issuer.asked).toBe(1);
});

test.each<[string, () => Promise<string>]>([
  ['has expired', () => issuer.token({ exp: now() - 60 })],
  ['does not say when it expires', () => issuer.token({ exp: undefined })],
  ['is not valid yet', () => issuer.token({ nbf: now() + 600 })],
  ['is for somebody else', () => issuer.token({ aud: 'another-api' })],
  ['was made for the pages', () => issuer.token({ aud: 'pages' })],
  ['is of another issuer', () => issuer.token({ iss: 'https://issuer.example' })],
  ['names nobody', () => issuer.token({ sub: undefined })],
  ['gives a role without its organisation', () => issuer.token({ roles: ['hospital'] })],
  ['has alg none', async () => new UnsecuredJWT(usual()).encode()],
  [
    'was signed with another key under the same name',
    async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return new SignJWT(usual()).setProtectedHeader({ alg: 'ES256', kid: 'first' }).sign(privateKey);
    },
  ],
  [
    'was signed with a secret instead of a key',
    () => new SignJWT(usual()).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(Buffer.alloc(32, 'public')),
  ],
  [
    'was changed after it was signed',
    async () => {
      const [header, , signature] = (await issuer.token()).split('.');
      const forged = Buffer.from(JSON.stringify({ ...usual(), roles: ['operator'] })).toString('base64url');
      return [header, forged, signature].join('.');
    },
  ],
  ['is none', () => Promise.resolve('not-a-token')],
])('a token that %s is refused, and nothing of it is repeated', async (_what, made) => {
  const token = await made();
  const refused = await tokens.readerOf(token).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(SignInError);
  expect((refused as SignInError).message).not.toContain(token.slice(0, 20));
});

test('after a change of keys the new one is fetched, and what the old one signed is refused', async () => {
  const old = await issuer.token();
  const trusted = new Issuer({ issuer: issuer.issuer, audience: 'rehabspor', clientId: 'pages' });
  await issuer.rotate('second');
  const fresh = new BearerTokens(
    () => trusted.trusted(),
    (digits) => digits,
    () => Date.now() + later,
  );

  expect(await fresh.readerOf(await issuer.token())).toMatchObject({ subject: 'somebody' });
  await expect(fresh.readerOf(old)).rejects.toThrow(SignInError);
});

test('a token that held is taken again for a minute, and not one moment beyond its expiry', async () => {
  const [short, long] = [await issuer.token({ exp: now() + 30 }), await issuer.token({ exp: now() + 3_600 })];
  const another = await tokens.readerOf(await issuer.token({ sub: 'another' }));
  for (const token of [short, long]) await tokens.readerOf(token);
  later = 29_000;
  expect(await tokens.readerOf(short)).toMatchObject({ subject: 'somebody' });
  expect(another.subject).toBe('another');
  later = 40_000;
  await expect(tokens.readerOf(short)).rejects.toThrow(SignInError);
  expect(await tokens.readerOf(long)).toMatchObject({ subject: 'somebody' });
});

test('a token whose key its issuer has given up is refused once the minute is over', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const token = await new SignJWT({ ...usual(), exp: now() + 3_600 })
    .setProtectedHeader({ alg: 'ES256' })
    .sign(privateKey);
  let isGone = false;
  const keys = () => (isGone ? Promise.reject(new errors.JWKSNoMatchingKey()) : Promise.resolve(publicKey));
  tokens = new BearerTokens(
    () => Promise.resolve({ issuer: issuer.issuer, audience: 'rehabspor', keys }),
    (digits) => `p_${digits}`,
    () => Date.now() + later,
  );
  await tokens.readerOf(token);
  isGone = true;

  later = HELD_MS - 10_000;
  expect(await tokens.readerOf(token)).toMatchObject({ subject: 'x' });
  later = HELD_MS + 1;
  await expect(tokens.readerOf(token)).rejects.toThrow(SignInError);
});
