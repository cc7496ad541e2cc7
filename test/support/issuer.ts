import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** An issuer that says of tokens what a test wants: its own description, its keys, and whatever it signs. */
export class TestIssuer {
  private keys: { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: object }[] = [];
  /** How often its keys were asked for. */
  asked = 0;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<TestIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const issuer = new TestIssuer(server, `http://127.0.0.1:${port}`);
    server.on('request', ({ url }, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(issuer.answer(url ?? '')));
    });
    await issuer.rotate('first');
    return issuer;
  }

  /** Signs with a new key from now on; the ones before are gone. */
  async rotate(kid: string): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    this.keys = [{ kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } }];
  }

  /** A token as the program wants it, but for what a test changes. */
  async token(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const key = this.keys[0] as (typeof this.keys)[number];
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.issuer, aud: 'rehabspor', sub: 'somebody', iat: now, exp: now + 60, roles: ['registry'] };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'ES256', kid: key.kid }).sign(key.privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(url: string): object {
    const { issuer } = this;
    if (url.includes('/.well-known/'))
      return {
        ...{ issuer, jwks_uri: `${issuer}/keys` },
        ...{ authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      };
    this.asked += 1;
    return { keys: this.keys.map(({ jwk }) => jwk) };
  }
}
