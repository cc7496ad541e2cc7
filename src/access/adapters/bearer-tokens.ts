import { createHash } from 'node:crypto';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { PersonKey } from '../../kernel/clinical-event';
import { SignInError } from '../application/sign-in';
import { ClaimsError, readerOf } from '../domain/claims';
import type { Reader } from '../domain/reader';

/** Signatures under a public key alone: with a shared secret whoever verifies could sign too. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
/** Clocks differ by so much at most. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** So long a token that held is taken again without asking whether its issuer still has the key it was signed with. */
export const HELD_MS = 60_000;
const TOKENS_HELD = 5_000;

/** Whose a token was found to be, and through which moment that stands. */
interface Held {
  readonly reader: Reader;
  readonly until: number;
}

/** Whose tokens are taken, and for whom they must be. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's keys; asked again when a token names one that is not known (key rotation). */
  readonly keys: JWTVerifyGetKey;
}

/** Tells who somebody is by an access token (RFC 9068): issuer, audience, expiry, algorithm and signature must hold. */
export class BearerTokens {
  /** By the digest of the token, so that no token lies in memory. */
  private readonly held = new LRUCache<string, Held>({ max: TOKENS_HELD });

  constructor(
    private readonly trusted: () => Promise<TrustedIssuer>,
    private readonly keyOf: (digits: string) => PersonKey,
    private readonly now: () => number,
  ) {}

  /** Rejects with `SignInError` where the token does not hold; the message repeats nothing of it. */
  async readerOf(token: string): Promise<Reader> {
    const name = createHash('sha256').update(token).digest('base64');
    const known = this.held.get(name);
    const now = this.now();
    if (known !== undefined && now < known.until) return known.reader;
    const { reader, expires } = await this.verified(token);
    this.held.set(name, { reader, until: Math.min(now + HELD_MS, expires) });
    return reader;
  }

  private async verified(token: string): Promise<{ readonly reader: Reader; readonly expires: number }> {
    const { keys, issuer, audience } = await this.trusted();
    const claims = await jwtVerify(token, keys, {
      ...{ issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['sub', 'exp'] },
      ...{ clockTolerance: CLOCK_TOLERANCE_SECONDS, currentDate: new Date(this.now()) },
    }).then(
      ({ payload }) => payload,
      (error: unknown) => {
        throw refusalOf(error);
      },
    );
    try {
      return { reader: readerOf(claims, this.keyOf), expires: (claims.exp ?? 0) * 1000 };
    } catch (error) {
      if (error instanceof ClaimsError) throw new SignInError(error.message);
      throw error;
    }
  }
}

/** Why jose does not take it; what it says of no token, as that the issuer is away, stays what it is. */
function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new SignInError('The token has expired; ask the issuer for another.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new SignInError(`The token is not for here: its claim ${error.claim} does not hold.`);
  }
  if (error instanceof errors.JWKSTimeout) return error;
  return error instanceof errors.JOSEError
    ? new SignInError('The token does not hold: it was not signed by the issuer this server trusts.')
    : error;
}
