import { createHash } from 'node:crypto';

/** `sha256:` and the digest of a text as UTF-8, in hexadecimal. */
export const textDigest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
