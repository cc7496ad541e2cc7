import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import type { PersonKey } from '../../kernel/clinical-event';
import { readerOf } from '../domain/claims';
import { DEMO_USERS, type DemoUser } from '../domain/demo-users';
import type { Reader } from '../domain/reader';
import type { TrustedIssuer } from './bearer-tokens';

const ISSUER = 'urn:rehabspor:demo';
const AUDIENCE = 'rehabspor';
const ALGORITHM = 'ES256';
export const DEMO_TOKEN_SECONDS = 3_600;

/** The built-in issuer: whoever reaches it is whichever demo user they like. Its key lasts as long as the process. */
export class DemoIssuer {
  private pair: Promise<{ readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }> | undefined;

  constructor(
    private readonly keyOf: (digits: string) => PersonKey,
    private readonly now: () => number,
  ) {}

  /** A demo user as a reader; undefined when there is none of that name. */
  readerOf(name: string): Reader | undefined {
    const user = userOf(name);
    return user && readerOf({ ...user.claims, sub: user.name, name: user.title }, this.keyOf);
  }

  /** An access token of a demo user; undefined when there is none of that name. */
  async tokenOf(name: string): Promise<string | undefined> {
    const user = userOf(name);
    if (user === undefined) return undefined;
    const seconds = Math.floor(this.now() / 1000);
    return new SignJWT({ ...user.claims, name: user.title })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(user.name)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + DEMO_TOKEN_SECONDS)
      .sign((await this.keys()).privateKey);
  }

  async trusted(): Promise<TrustedIssuer> {
    const { publicKey } = await this.keys();
    return { issuer: ISSUER, audience: AUDIENCE, keys: () => Promise.resolve(publicKey) };
  }

  private keys() {
    return (this.pair ??= generateKeyPair(ALGORITHM));
  }
}

const userOf = (name: string): DemoUser | undefined => DEMO_USERS.find((user) => user.name === name);
