import { gunzipSync, gzipSync } from 'node:zlib';

/** A long text as it rests: compressed, and read back byte for byte. */
export const packText = (text: string): Buffer => gzipSync(Buffer.from(text, 'utf8'));

export const unpackText = (packed: Uint8Array): string => gunzipSync(packed).toString('utf8');
