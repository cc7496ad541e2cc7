import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { FileError } from '../../platform/file-error';

/** Makes a folder that only its owner may enter, or takes an empty one; `undo` takes away what was made, if it is empty. */
export function emptyFolder(folder: string): { readonly undo: () => void } {
  try {
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length > 0) {
      throw new FileError(
        `${folder} is not empty: name another folder, so that no file of an earlier run stays there.`,
      );
    }
    return {
      undo: () => {
        if (made !== undefined) rmdirSync(folder);
      },
    };
  } catch (error) {
    throw error instanceof FileError ? error : FileError.writing(folder, error);
  }
}
