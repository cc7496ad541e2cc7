import { createHmac } from 'node:crypto';
import { keyNoteOf } from './key-note';
import { KeyedSeal, onlyKey, type VersionedKeys } from './keyed-seal';
import { Seal } from './seal';

/** The one secret of a program. */
interface Secret {
  readonly personKey: Buffer;
}

/**
 * The seals of everything that rests encrypted: fields of the log and secrets of webhooks under the one secret, since those are
 * never written anew; CPR numbers and refused events under keys that may be changed.
 */
export function sealsOf({ personKey }: Secret, keys: VersionedKeys = onlyKey(personKey)) {
  return {
    fields: new Seal(personKey, 'unknown fields'),
    vault: new KeyedSeal(keys, 'vault'),
    rejected: new KeyedSeal(keys, 'rejected events'),
    webhooks: new Seal(personKey, 'secrets of webhooks'),
    personal: (key: Buffer) => new Seal(key),
  };
}

/** What the head of the log of looks is signed with: a secret of its own where there is one, else derived from the one secret. */
export const lookKeyOf = (settings: Secret & { readonly looks: { readonly key?: Buffer } }): Buffer =>
  settings.looks.key ?? createHmac('sha256', settings.personKey).update('head of looks').digest();

/** What digests of contents are made under: 256 bits as hexadecimal digits. */
export const contentSecretOf = ({ personKey }: Secret): string =>
  createHmac('sha256', personKey).update('contents').digest('hex');

/** What names that rows of files go by are made under, so that nobody who reads one can try numbers until one fits. */
export const rowSecretOf = ({ personKey }: Secret): string =>
  createHmac('sha256', personKey).update('rows of files').digest('hex');

/** What registrations of deliveries are remembered under, so that whoever reads their book cannot try numbers. */
export const deliverySecretOf = ({ personKey }: Secret): string =>
  createHmac('sha256', personKey).update('deliveries').digest('hex');

/**
 * What stores seal by what rests encrypted, the key under which payloads are recognised that were refused before, and the
 * note by which they know the key they are filled under.
 */
export function secretsOf(
  secret: Secret & { readonly isDevelopmentKey: boolean },
  keys: VersionedKeys = onlyKey(secret.personKey),
) {
  const fingerprintKey = createHmac('sha256', secret.personKey).update('rejected fingerprints').digest();
  return { ...sealsOf(secret, keys), fingerprintKey, keyNote: keyNoteOf(secret) };
}
