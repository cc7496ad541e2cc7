import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Issuer } from '../../src/access/adapters/issuer';
import { Problem } from '../../src/platform/http/problem';

let server: Server;
let said: (address: string) => object;
let issuer: string;
beforeEach(async () => {
  server = createServer((_request, response) => response.end(JSON.stringify(said(issuer)))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => void server.close());

const whole = (address: string) => ({
  ...{ issuer: address, jwks_uri: `${address}/keys`, token_endpoint: `${address}/token` },
  authorization_endpoint: `${address}/auth`,
});
const asked = (): Issuer => new Issuer({ issuer, audience: 'rehabspor', clientId: 'rehabspor' });
const refusal = async (answer: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`Not refused as a problem: ${String(error)}`);
  return error;
};

test.each(['authorization_endpoint', 'token_endpoint', 'jwks_uri'])(
  'an issuer whose description lacks %s cannot be asked now, and the log says what it lacks',
  async (lacking) => {
    said = (address) => ({ ...whole(address), [lacking]: undefined });
    const { document, cause } = await refusal(asked().configuration());

    expect(document).toMatchObject({ status: 503, type: 'urn:rehabspor:problem:issuer-unavailable' });
    expect(String(cause)).toContain(lacking);
  },
);

test('an issuer that is away is asked again the next time, and its keys too', async () => {
  const far = asked();
  said = () => ({});
  expect((await refusal(far.configuration())).getStatus()).toBe(503);
  said = whole;
  await expect(far.configuration()).resolves.toBeDefined();
  const { keys } = await far.trusted();
  const token = { payload: '', signature: '', protected: '' };

  expect((await refusal(Promise.resolve(keys({ alg: 'RS256', kid: 'a' }, token)))).getStatus()).toBe(503);
});
