import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { FileError } from './file-error';

/**
 * Writes a file so that whoever looks finds it whole or as it was before, open to whom `mode` says, without one to whom it
 * was open before; throws a `FileError` that names it.
 */
export function writeWholeFile(file: string, content: string | Uint8Array, mode?: number): void {
  const beside = `${file}.${randomUUID()}.part`;
  try {
    const known = statSync(file, { throwIfNoEntry: false });
    if (known?.isFile() === false) {
      writeFileSync(file, content); // A pipe or a device, which nothing may take the place of, or a folder.
      return;
    }
    writeFileSync(beside, content, {
      flush: true,
      mode: mode ?? (known === undefined ? undefined : known.mode & 0o777),
    });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw FileError.writing(file, error);
  }
}
