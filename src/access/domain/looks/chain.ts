import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/canonical-json';
import type { ChainedLook, Look, LookTail } from '../../../kernel/look';

/** Where a log of looks begins. */
export const BEFORE_THE_FIRST: LookTail = { number: 0, hash: '' };

/** The digest of a look and of all before it: SHA-256 over the hash before, a line break and the look as canonical JSON. */
export function hashAfter(before: string, number: number, look: Look): string {
  return createHash('sha256')
    .update(`${before}\n${number}\n${canonicalJson(look)}`)
    .digest('hex');
}

/** Looks in their places after the last one. */
export function chained(last: LookTail, looks: readonly Look[]): ChainedLook[] {
  let { number, hash } = last;
  return looks.map((look) => {
    number += 1;
    hash = hashAfter(hash, number, look);
    return { number, look, hash };
  });
}
