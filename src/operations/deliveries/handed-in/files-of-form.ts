import { createHash, type Hash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { holdsCpr } from '../../../kernel/cpr-text';
import { Problem } from '../../../platform/http/problem';

const MOST_FILES = 500;
const LONGEST_NAME = 200;
/** A name by itself: of no folder, not hidden. */
const NAME = /^[^/\\\0.][^/\\\0]*$/;

const NOT_WHOLE = new Problem(
  400,
  'The form is not whole, or no form of files; nothing of it was kept, send it again.',
);

/**
 * Writes the files of a form (`multipart/form-data`) to where `target` says, as they come. Throws a `Problem` 400 where it
 * is cut off, has no file, or has one under a name that it cannot have.
 */
export async function filesOfForm(
  { headers }: Request,
  body: Readable,
  target: (name: string) => Writable,
  hash: Hash,
): Promise<void> {
  const form = begin(headers);
  const written: Promise<void>[] = [];
  const names = new Map<string, Hash>();
  form.on('file', (_field, file, info: { readonly filename: string | undefined }) => {
    const filename = info.filename ?? '';
    const fault = names.size >= MOST_FILES ? TOO_MANY : faultOf(filename, names);
    if (fault !== undefined) {
      file.once('error', () => undefined).resume();
      form.destroy(fault);
      return;
    }
    const own = createHash('sha256');
    names.set(filename, own);
    file.on('data', (piece: Buffer) => own.update(piece));
    written.push(
      pipeline(file, target(filename)).catch((error: unknown) => {
        form.destroy(error as Error); // Nobody would read on.
      }),
    );
  });
  try {
    await pipeline(body, form);
  } catch (error) {
    await Promise.all(written);
    throw isOfForm(error) ? NOT_WHOLE : error;
  }
  await Promise.all(written);
  if (names.size === 0)
    throw new Problem(400, 'The form has no file; send the files of a delivery, each with its name.');
  for (const [name, own] of [...names].sort(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${name} ${own.digest('hex')}\n`);
}

function begin(headers: Request['headers']): busboy.Busboy {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: { fields: 20, fieldSize: 1024 } });
  } catch {
    throw NOT_WHOLE;
  }
}

function faultOf(name: string, names: ReadonlyMap<string, Hash>): Problem | undefined {
  if (name.length > LONGEST_NAME || !NAME.test(name))
    return new Problem(
      400,
      'A file of the form has no name, or one that files cannot have here; give each a plain name.',
    );
  if (holdsCpr(name)) return new Problem(400, 'A file’s name holds what may be a CPR number; call it something else.');
  return names.has(name) ? new Problem(400, 'Two files of the form have the same name; give each its own.') : undefined;
}

const TOO_MANY = new Problem(400, `The form has more than ${MOST_FILES} files; pack them in a zip.`);

/** What the reader of forms itself says, by which it never names its errors. */
const isOfForm = (error: unknown): boolean =>
  error instanceof Error &&
  /^(Unexpected end of (form|file)|Malformed (part header|content type|urlencoded form)|Multipart: )/.test(
    error.message,
  );
