import { createHmac } from 'node:crypto';

/**
 * What a store keeps of the key it is filled under, so that another one is refused: its kind and a keyed hash of a fixed
 * text (HMAC-SHA256), which tells no more of the key than the person keys do.
 */
export function keyNoteOf(secret: { readonly personKey: Buffer; readonly isDevelopmentKey: boolean }): string {
  const hash = createHmac('sha256', secret.personKey).update('the key of a store').digest('base64url');
  return `${secret.isDevelopmentKey ? 'development' : 'secret'} hmac-sha256:${hash}`;
}
