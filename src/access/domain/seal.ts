import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** So many nonces are drawn at once: most of what a small draw costs is asking for it. */
const NONCES_AT_ONCE = 512;
let nonces: Buffer = Buffer.alloc(0);

/** The next bytes of those drawn, each used once. */
function nextNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

/** A sealed value that this key does not open: it is damaged, or REHABSPOR_KEY is another than the one it was sealed under. */
export class SealError extends Error {}

/** Seals what must rest encrypted: AES-256-GCM; nonce, tag, then text. */
export class Seal {
  private readonly key: Buffer;

  /**
   * Under a key derived from a secret, where `purpose` keeps the keys of different uses apart; without one under the secret
   * itself, which then is 256 bits that were drawn for this use alone.
   */
  constructor(secret: Buffer, purpose?: string) {
    this.key = purpose === undefined ? secret : Buffer.from(hkdfSync('sha256', secret, 'rehabspor', purpose, 32));
  }

  seal(plain: string | Uint8Array): Buffer {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const text = Buffer.concat([
      typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
      cipher.final(),
    ]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  /** There is no other key. */
  isCurrent(): boolean {
    return true;
  }

  /** Opens what `seal` made; throws `SealError` when it cannot. */
  open(sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new SealError('A sealed value cannot be opened: REHABSPOR_KEY is not the one it was sealed under.', {
        cause,
      });
    }
  }
}
