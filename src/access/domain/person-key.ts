import { createHmac } from 'node:crypto';
import type { PersonKey } from '../../kernel/clinical-event';

/**
 * Turns CPR numbers into person keys: HMAC-SHA256 under a secret, 128 bits, base64url, `p_` before it. The same
 * number under the same secret has the same key everywhere; without the secret nobody gets from one to the other.
 */
export class PersonKeys {
  constructor(private readonly secret: Buffer) {}

  /** The key of ten CPR digits. */
  readonly keyOf = (digits: string): PersonKey =>
    `p_${createHmac('sha256', this.secret).update(digits).digest().subarray(0, 16).toString('base64url')}`;
}
