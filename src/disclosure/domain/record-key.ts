import { createHmac, hash } from 'node:crypto';
import type { RecordKeyOf } from '../../counting/domain/keyed-count';

/**
 * Record keys under a program's secret, of a person's pseudonym and the pathway's number. Whoever knows the pseudonym
 * but not the secret learns nothing of the key, and so of how a count was changed.
 */
export function recordKeysUnder(secret: Uint8Array): RecordKeyOf {
  const own = createHmac('sha256', secret).update('record keys').digest('hex');
  return (person, pathway) => Number.parseInt(hash('sha256', `${own}${person} ${pathway}`, 'hex').slice(0, 8), 16);
}
