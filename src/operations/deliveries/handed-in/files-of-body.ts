import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { BodyReader } from '../../../platform/http/bodies/body-reader';
import { Problem } from '../../../platform/http/problem';
import { PRIVATE_FILE_MODE } from '../../../platform/private-files';
import { filesOfForm } from './files-of-form';

const MOST_BYTES = 512 << 20;

/** What a body of one file is called where its type says so. */
const NAMES: Readonly<Record<string, string>> = {
  'application/zip': 'delivery.zip',
  'text/csv': 'delivery.csv',
  'application/json': 'delivery.json',
  'application/fhir+json': 'delivery.json',
  'application/x-ndjson': 'delivery.ndjson',
  'application/fhir+ndjson': 'delivery.ndjson',
  'application/xml': 'delivery.xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'delivery.xlsx',
};
const FORM = 'multipart/form-data';
/** What a delivery may come as. */
export const DELIVERY_TYPES: readonly string[] = [FORM, ...Object.keys(NAMES)];

/**
 * Writes what a request brings into a folder as it comes, however large, and resolves with its fingerprint. Throws a
 * `Problem`: 415 for another type, 413 for more than 512 MB, 400 for a form that is not whole or names files that cannot be
 * called so, 408 for a body that pauses for too long, 507 where there is no room. What came until then is the caller's to
 * remove.
 */
export async function filesOfBody(request: Request, reader: BodyReader, folder: string): Promise<string> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const name = NAMES[type];
  if (name === undefined && type !== FORM)
    throw new Problem(415, `Send a delivery as one of ${DELIVERY_TYPES.join(', ')}.`);
  const tooLarge = new Problem(
    413,
    `A delivery has ${MOST_BYTES >> 20} MB at most: pack its files in a zip, or divide it.`,
  );
  const { chunks } = reader.stream(request);
  const hash = createHash('sha256');
  const within = async function* (): AsyncGenerator<Buffer> {
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge;
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw tooLarge;
      if (name !== undefined) hash.update(chunk);
      yield chunk;
    }
    if (bytes === 0) throw new Problem(400, 'The body is empty; send the files of a delivery.');
  };
  const target = (file: string) =>
    createWriteStream(join(folder, file), { mode: PRIVATE_FILE_MODE, flags: 'wx', flush: true });
  try {
    if (name === undefined) await filesOfForm(request, Readable.from(within()), target, hash);
    else await pipeline(within, target(name));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? NO_ROOM : error;
  }
  return hash.digest('base64url').slice(0, 22);
}

const NO_ROOM = new Problem(507, 'The disk is full: nothing of the delivery was kept; send it again later.', {
  kind: 'store-full',
});
