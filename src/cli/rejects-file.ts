import { createWriteStream, statSync } from 'node:fs';
import { FileError } from '../platform/file-error';
import { TextOutput } from '../platform/ndjson/text-output';
import { makePrivateFile } from '../platform/private-files';

/**
 * Where `--rejects` writes: a file only its owner may read, for receipts say who reported what; a pipe or a device as it
 * is. Undefined when none was asked for; throws `FileError` when it cannot be written.
 */
export function rejectsFile(name: string | undefined): TextOutput | undefined {
  if (name === undefined) return undefined;
  try {
    if (statSync(name, { throwIfNoEntry: false })?.isFile() !== false) makePrivateFile(name);
  } catch (error) {
    throw FileError.writing(name, error);
  }
  return new TextOutput(createWriteStream(name), name);
}
