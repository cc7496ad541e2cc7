import type { Request } from 'express';
import type { SignIn } from '../application/sign-in';
import { PUBLIC_READER } from '../domain/claims';
import type { Reader } from '../domain/reader';

/** Who sends a request; found out once, however many ask. */
export class WhoAsks {
  private readonly known = new WeakMap<Request, Promise<Reader>>();

  constructor(private readonly signIn: SignIn) {}

  /** Rejects with `SignInError` where what the request says does not hold. */
  readerOf(request: Request): Promise<Reader> {
    const { authorization, cookie } = request.headers;
    const reader =
      this.known.get(request) ??
      this.signIn.readerOf({ authorization, cookie }).then((signedIn) => signedIn ?? PUBLIC_READER);
    this.known.set(request, reader);
    return reader;
  }
}
