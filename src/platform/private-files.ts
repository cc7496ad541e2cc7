import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';

const FOLDER_MODE = 0o700;
const OTHERS = 0o077;

/** The mode of a file that only its owner may read. */
export const PRIVATE_FILE_MODE = 0o600;

/** Makes a folder that only its owner may enter; one that is there stays as it is, since others may have a right to it. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
}

/** Makes an empty file that only its owner may read; one that is there keeps its content. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', PRIVATE_FILE_MODE));
  narrow(file);
}

/** Takes a file from others, if it is there; leaves what belongs to another user to `openToOthers`. */
export function narrow(file: string): void {
  if (!isOpenToOthers(file)) return;
  try {
    chmodSync(file, PRIVATE_FILE_MODE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

/** Which of these files and folders others than their owner may read, write or enter. */
export function openToOthers(paths: readonly string[]): readonly string[] {
  return paths.filter(isOpenToOthers);
}

function isOpenToOthers(path: string): boolean {
  if (process.platform === 'win32') return false; // Modes say nothing there.
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.mode & OTHERS) !== 0;
}
