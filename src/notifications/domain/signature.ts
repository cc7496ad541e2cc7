import { createHmac } from 'node:crypto';

/** How many bytes a secret has: as many as SHA-256 gives. */
export const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

/** A secret as it is shown once, to whoever registered (Standard Webhooks 1.0, "Signature scheme"). */
export const shownSecret = (secret: Buffer): string => `${PREFIX}${secret.toString('base64')}`;

/** What makes a request known as ours: its id stays the same when it is sent again, its time does not. */
export interface SignedHeaders extends Readonly<Record<string, string>> {
  readonly 'webhook-id': string;
  /** Whole seconds since 1970. */
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** The headers of Standard Webhooks 1.0 for a body: HMAC-SHA256 of `id.timestamp.body` under the secret's bytes. */
export function signedHeaders(secret: Buffer, id: string, at: number, body: string): SignedHeaders {
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
