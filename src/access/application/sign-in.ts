import type { Reader } from '../domain/reader';

/** What of a request says who asks. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/** Why nobody is let in by what was sent; the message says what to do and repeats nothing of it. */
export class SignInError extends Error {}

/** Who asks, by what a request says of it. */
export abstract class SignIn {
  /** Undefined where a request says nothing; rejects with `SignInError` where what it says does not hold. */
  abstract readerOf(credentials: Credentials): Promise<Reader | undefined>;
}
