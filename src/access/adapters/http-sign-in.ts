import { createHash, timingSafeEqual } from 'node:crypto';
import { SignIn, SignInError, type Credentials } from '../application/sign-in';
import type { Sessions } from '../application/sessions';
import type { Reader } from '../domain/reader';
import type { BearerTokens } from './bearer-tokens';
import { SESSION_COOKIES, valueOf } from './cookies';

/** Whoever reads the folder of the store and its key: they have everything anyway, and run it. */
const OWNER: Reader = {
  subject: 'owner',
  name: 'owner of the store',
  kind: 'system',
  roles: ['operator', 'registry', 'public'],
  purpose: 'operation',
};

/** Who asks, by a bearer token or by the cookie of a session; a token counts where both are sent. */
export class HttpSignIn extends SignIn {
  private readonly owner: Buffer | undefined;

  constructor(
    private readonly tokens: BearerTokens,
    private readonly sessions: Sessions,
    /** What commands on this machine show that may read the folder of the store. */
    ownerToken?: string,
  ) {
    super();
    this.owner = ownerToken === undefined ? undefined : digestOf(ownerToken);
  }

  override async readerOf({ authorization, cookie }: Credentials): Promise<Reader | undefined> {
    if (authorization === undefined) return this.sessionOf(cookie);
    const token = /^Bearer +([^\s]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new SignInError('Send an access token as `Authorization: Bearer …`.');
    if (this.owner !== undefined && timingSafeEqual(digestOf(token), this.owner)) return OWNER;
    return this.tokens.readerOf(token);
  }

  private sessionOf(cookie: string | undefined): Reader | undefined {
    const id = valueOf(cookie, SESSION_COOKIES);
    return id === undefined ? undefined : this.sessions.find(id);
  }
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
