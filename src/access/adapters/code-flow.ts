import { randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  AuthorizationResponseError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { PersonKey } from '../../kernel/clinical-event';
import { SignInError } from '../application/sign-in';
import { ClaimsError, readerOf } from '../domain/claims';
import type { Reader } from '../domain/reader';
import type { Issuer } from './issuer';

/** So long somebody may take at the issuer. */
const PENDING_MS = 10 * 60_000;
const MOST_PENDING = 1_000;

/** A sign-in that was begun, by its `state`; it is used once. */
interface Pending {
  readonly verifier: string;
  readonly nonce: string;
  /** Known to the browser that began alone, so that nobody is signed in as somebody else by a link. */
  readonly browser: string;
  readonly to: string;
}

/** The way to the issuer and back: authorization code with PKCE (RFC 7636), state and nonce. */
export class CodeFlow {
  private readonly pending = new LRUCache<string, Pending>({ max: MOST_PENDING, ttl: PENDING_MS });

  constructor(
    private readonly issuer: Issuer,
    private readonly keyOf: (digits: string) => PersonKey,
  ) {}

  /** Where to send somebody who wants to sign in, and what their browser is to show on its way back. */
  async begin(returnTo: string, to: string): Promise<{ readonly url: string; readonly browser: string }> {
    const configuration = await this.issuer.configuration();
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const browser = randomBytes(32).toString('base64url');
    this.pending.set(state, { verifier, nonce, browser, to });
    const url = buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: returnTo, scope: 'openid profile', state, nonce },
      ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    return { url: url.href, browser };
  }

  /** Who came back, and where they wanted to; rejects with `SignInError` where a step does not hold or is repeated. */
  async end(cameBackTo: URL, browser: string): Promise<{ readonly reader: Reader; readonly to: string }> {
    const state = cameBackTo.searchParams.get('state') ?? '';
    const begun = this.pending.get(state);
    this.pending.delete(state);
    if (begun === undefined || !isSame(begun.browser, browser))
      throw new SignInError('This sign-in was not begun here.');
    const tokens = await authorizationCodeGrant(await this.issuer.configuration(), cameBackTo, {
      ...{ pkceCodeVerifier: begun.verifier, expectedNonce: begun.nonce, expectedState: state },
      idTokenExpected: true,
    }).catch((error: unknown) => {
      throw isRefusal(error) ? new SignInError('The issuer did not sign anybody in.') : error;
    });
    try {
      return { reader: readerOf(tokens.claims() ?? {}, this.keyOf), to: begun.to };
    } catch (error) {
      throw error instanceof ClaimsError ? new SignInError(error.message) : error;
    }
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof ClientError || error instanceof AuthorizationResponseError || error instanceof ResponseBodyError;

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
