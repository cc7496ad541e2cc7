import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LookHead, LookTail } from '../../../kernel/look';

/** Signs how far a log of looks has come: HMAC-SHA256 over number, hash and moment, a line each. */
export function signedHead(key: Buffer, { number, hash }: LookTail, at: number): LookHead {
  return { number, hash, at, signature: signatureOf(key, { number, hash, at }).toString('hex') };
}

/** Whether a head was signed with the key. */
export function isSignedWith(key: Buffer, head: LookHead): boolean {
  const said = Buffer.from(head.signature, 'hex');
  const right = signatureOf(key, head);
  return said.length === right.length && timingSafeEqual(said, right);
}

const signatureOf = (key: Buffer, { number, hash, at }: Omit<LookHead, 'signature'>): Buffer =>
  createHmac('sha256', key).update(`${number}\n${hash}\n${at}`).digest();
