import { createRemoteJWKSet, errors } from 'jose';
import { allowInsecureRequests, ClientSecretBasic, discovery, None, type Configuration } from 'openid-client';
import type { IssuerSettings } from '../../platform/config/sign-in-settings';
import { isLoopback } from '../../platform/http/host-check';
import { Problem } from '../../platform/http/problem';
import type { TrustedIssuer } from './bearer-tokens';

/** Keys are asked for again after so long, and at most once in so long for a key that is not known. */
const KEYS_LAST_MS = 10 * 60_000;
const BETWEEN_FETCHES_MS = 10_000;

/** Where an issuer cannot be asked now, or does not describe itself; what stands in the way is the cause. */
const away = (cause: unknown): Problem =>
  new Problem(503, 'The issuer that people and systems sign in at cannot be asked now: try again later.', {
    kind: 'issuer-unavailable',
    retryAfterSeconds: 10,
    cause,
  });

/** The issuer has told its keys, and none of them is the one that a token names. */
const isOfTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

/** What of an issuer's description nobody can sign in without. */
const NEEDED = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;

/** An OpenID Connect issuer that is asked for its description on first use, and again until it answered once. */
export class Issuer {
  private asking: Promise<Configuration> | undefined;
  private trusting: Promise<TrustedIssuer> | undefined;

  constructor(private readonly settings: IssuerSettings) {}

  /** What `openid-client` works with. Rejects with a `Problem` (503) while the issuer does not answer. */
  configuration(): Promise<Configuration> {
    return (this.asking ??= this.ask().catch((error: unknown) => {
      this.asking = undefined;
      throw away(error);
    }));
  }

  /** Whose tokens are taken. Rejects with a `Problem` (503) while the issuer does not answer. */
  trusted(): Promise<TrustedIssuer> {
    return (this.trusting ??= this.trust().catch((error: unknown) => {
      this.trusting = undefined;
      throw error;
    }));
  }

  private async trust(): Promise<TrustedIssuer> {
    const { issuer, audience } = this.settings;
    const { jwks_uri: address = '' } = (await this.configuration()).serverMetadata();
    const keys = createRemoteJWKSet(new URL(address), {
      cacheMaxAge: KEYS_LAST_MS,
      cooldownDuration: BETWEEN_FETCHES_MS,
    });
    const keyOf: TrustedIssuer['keys'] = (...asked) =>
      keys(...asked).catch((error: unknown) => {
        throw isOfTheToken(error) ? error : away(error);
      });
    return { issuer, audience, keys: keyOf };
  }

  private async ask(): Promise<Configuration> {
    const { issuer, metadata = issuer, clientId, clientSecret } = this.settings;
    const described = new URL(metadata);
    // Without TLS only on this machine or where the operator names another address in a network of its own.
    const isInsecure = described.protocol === 'http:';
    if (isInsecure && this.settings.metadata === undefined && !isLoopback(described.hostname)) {
      throw new Error(`The issuer ${issuer} is not reached over TLS: REHABSPOR_OIDC_ISSUER must begin with https://.`);
    }
    const options = isInsecure ? { execute: [allowInsecureRequests] } : {};
    // What OpenID Connect takes for granted of a client that has a secret (Core, §9).
    const authentication = clientSecret === undefined ? None() : ClientSecretBasic(clientSecret);
    const found = await discovery(described, clientId, clientSecret, authentication, options);
    const said = found.serverMetadata();
    if (said.issuer !== issuer)
      throw new Error(`At ${metadata} another issuer describes itself than REHABSPOR_OIDC_ISSUER names.`);
    const lacking = NEEDED.filter((name) => said[name] === undefined);
    if (lacking.length > 0) throw new Error(`What ${issuer} says of itself lacks ${lacking.join(', ')}.`);
    return found;
  }
}
