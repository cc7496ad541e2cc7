import { createHmac } from 'node:crypto';

/** By what a store finds the refused events of a source: a keyed digest, for a source may be anything that was sent. */
export const digestOfSource = (key: Buffer, source = ''): Buffer =>
  createHmac('sha256', key).update('source').update(source).digest();
