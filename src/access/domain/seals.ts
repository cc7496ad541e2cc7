import { createHmac } from 'node:crypto';
import { Seal } from './seal';

/** The one secret of a program. */
interface Secret {
  readonly personKey: Buffer;
}

/** The seals of everything that rests encrypted, from the one secret. */
export function sealsOf({ personKey }: Secret) {
  return {
    fields: new Seal(personKey, 'unknown fields'),
    vault: new Seal(personKey, 'vault'),
    rejected: new Seal(personKey, 'rejected events'),
  };
}

/** The key under which payloads are recognised that were refused before. */
export function fingerprintKeyOf({ personKey }: Secret): Buffer {
  return createHmac('sha256', personKey).update('rejected fingerprints').digest();
}
