import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Problem } from '../problem';

const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/**
 * A body without its content encoding (gzip, br or deflate). Throws a `Problem` 415 for another one; a body that is not
 * what its encoding says fails with a `Problem` 400 while it is read.
 */
export function unpacked(request: IncomingMessage): Readable {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return request;
  if (!Object.hasOwn(UNPACKERS, encoding)) {
    throw new Problem(415, 'The body has a Content-Encoding that is not taken; send it as gzip, br or as it is.');
  }
  const unpacker = UNPACKERS[encoding as keyof typeof UNPACKERS]();
  const broken = (): void => {
    if (!request.complete) unpacker.destroy(new Error('The request was broken off.'));
  };
  request.once('error', broken).once('close', broken);
  unpacker.once('close', () => request.unpipe(unpacker).off('close', broken));
  return request.pipe(unpacker);
}

/** True when a body is sent compressed. */
export const isPacked = ({ headers }: IncomingMessage): boolean =>
  !['', 'identity'].includes((headers['content-encoding'] ?? '').trim().toLowerCase());

/** What reading failed with, as it is told. */
export function readingFault(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  const isCoding = typeof code === 'string' && /^(Z_|ERR_.*BROTLI|ERR__ERROR_FORMAT|ERR__ERROR)/.test(code);
  return isCoding ? new Problem(400, 'The body is not what its Content-Encoding says; it may be cut off.') : error;
}
