const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist; check the name',
  EACCES: 'this user may not; check its permissions',
  EISDIR: 'it is a folder; name a file',
  ENOSPC: 'the disk is full; make room and run the command again',
  EPIPE: 'the reader has gone away',
};

/** A file that cannot be read or written; the message names it and the remedy. */
export class FileError extends Error {
  static reading(file: string, cause: unknown): FileError {
    return new FileError(`Cannot read ${file}: ${reasonOf(cause)}.`);
  }

  static writing(file: string, cause: unknown): FileError {
    return new FileError(`Cannot write ${file}: ${reasonOf(cause)}.`);
  }
}

function reasonOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
}
