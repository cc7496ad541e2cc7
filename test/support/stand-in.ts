import { SignIn, type Credentials } from '../../src/access/application/sign-in';
import type { Reader } from '../../src/access/domain/reader';

/** The registry's own staff who also run the program: what specs are asked by that are not about who asks. */
export const STAFF: Reader = {
  subject: 'staff-of-tests',
  name: 'Staff of tests',
  kind: 'person',
  roles: ['operator', 'registry', 'auditor', 'public'],
  purpose: 'quality',
};

/** Says of everyone, a store's owner too, that they are one reader; a request that is `as(…)` somebody says itself who. */
export class StandIn extends SignIn {
  constructor(private readonly usual: Reader | 'nobody' = STAFF) {
    super();
  }

  override readerOf({ authorization }: Credentials): Promise<Reader | undefined> {
    const named = /^Bearer as\.(.+)$/.exec(authorization ?? '')?.[1];
    return Promise.resolve(
      named === undefined
        ? this.usual === 'nobody'
          ? undefined
          : this.usual
        : (JSON.parse(Buffer.from(named, 'base64url').toString()) as Reader),
    );
  }
}

/** The header by which a request to a server with a stand-in is somebody's. */
export const as = (reader: Reader): { readonly authorization: string } => ({
  authorization: `Bearer as.${Buffer.from(JSON.stringify(reader)).toString('base64url')}`,
});
