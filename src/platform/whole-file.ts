import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { FileError } from './file-error';

/** Writes a file so that whoever looks finds it whole or as it was before; throws a `FileError` that names it. */
export function writeWholeFile(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${randomUUID()}.part`;
  try {
    if (isNoFile(file)) {
      writeFileSync(file, content);
      return;
    }
    writeFileSync(beside, content, { flush: true });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw FileError.writing(file, error);
  }
}

/** A pipe or a device, which nothing may take the place of, or a folder. */
function isNoFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false;
}
