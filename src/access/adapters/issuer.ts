import { createRemoteJWKSet } from 'jose';
import { allowInsecureRequests, ClientSecretBasic, discovery, None, type Configuration } from 'openid-client';
import type { IssuerSettings } from '../../platform/config/sign-in-settings';
import { isLoopback } from '../../platform/http/host-check';
import type { TrustedIssuer } from './bearer-tokens';

/** Keys are asked for again after so long, and at most once in so long for a key that is not known. */
const KEYS_LAST_MS = 10 * 60_000;
const BETWEEN_FETCHES_MS = 10_000;

/** An OpenID Connect issuer that is asked for its description on first use, and again until it answered once. */
export class Issuer {
  private asking: Promise<Configuration> | undefined;
  private trusting: Promise<TrustedIssuer> | undefined;

  constructor(private readonly settings: IssuerSettings) {}

  /** What `openid-client` works with. Rejects while the issuer does not answer. */
  configuration(): Promise<Configuration> {
    return (this.asking ??= this.ask().catch((error: unknown) => {
      this.asking = undefined;
      throw error;
    }));
  }

  /** Whose tokens are taken. Rejects while the issuer does not answer. */
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
    return { issuer, audience, keys };
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
    if (found.serverMetadata().issuer === issuer) return found;
    throw new Error(`At ${metadata} another issuer describes itself than REHABSPOR_OIDC_ISSUER names.`);
  }
}
