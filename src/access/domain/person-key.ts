import { createHmac } from 'node:crypto';
import type { PersonKey } from '../../kernel/clinical-event';

const REMEMBERED = 300_000;

/**
 * Turns CPR numbers into person keys: HMAC-SHA256 under a secret, 128 bits, base64url, `p_` before it. The same
 * number under the same secret has the same key everywhere; without the secret nobody gets from one to the other.
 */
export class PersonKeys {
  private readonly known = new Map<string, PersonKey>();

  constructor(private readonly secret: Buffer) {}

  /** The key of ten CPR digits. */
  readonly keyOf = (digits: string): PersonKey => {
    let key = this.known.get(digits);
    if (key === undefined) {
      key = `p_${createHmac('sha256', this.secret).update(digits).digest().subarray(0, 16).toString('base64url')}`;
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(digits, key);
    }
    return key;
  };
}
