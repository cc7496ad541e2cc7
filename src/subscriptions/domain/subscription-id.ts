import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json';

/** A name made of an order, so that the same order made again is the same subscription. */
export function subscriptionId(order: object): string {
  return `s_${createHash('sha256').update(canonicalJson(order)).digest('base64url').slice(0, 22)}`;
}
