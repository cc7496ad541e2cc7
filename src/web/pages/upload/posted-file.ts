import type { Request } from 'express';
import type { BodyReader } from '../../../platform/http/bodies/body-reader';
import { Problem } from '../../../platform/http/problem';
import { MOST_FILE_BYTES } from '../../../platform/tables/read-table';

/** What stands around the file in the body of a form. */
const AROUND_BYTES = 16 << 10;
const MOST_OF_A_NAME = 100;

/** A file as a browser posts it (`multipart/form-data`, field `file`). */
export interface PostedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const isUpload = ({ headers }: Request): boolean =>
  /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');

/**
 * The file of a posted form, read within the time and memory there is for all bodies; asked for only once it is known who
 * posts, so that nobody else's file is taken in.
 */
export async function postedFile(reader: BodyReader, request: Request): Promise<PostedFile | 'none' | 'too-large'> {
  try {
    const body = await reader.bytes(request, MOST_FILE_BYTES + AROUND_BYTES, 'Divide the file.');
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    if (file === null || typeof file === 'string' || (file.name === '' && file.size === 0)) return 'none';
    return { name: file.name.slice(0, MOST_OF_A_NAME), bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    if (error instanceof Problem) {
      if (error.getStatus() === 413) return 'too-large';
      throw error;
    }
    return 'none'; // No such form; what is wrong with it is nothing a person can mend.
  }
}
