const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist; check the name',
  EACCES: 'this user may not; check its permissions',
  EPERM: 'this user may not; check its permissions',
  EISDIR: 'it is a folder; name a file',
  ENOTDIR: 'a part of its path is a file, not a folder; check the name',
  EROFS: 'the disk can only be read; name another place',
  ENOSPC: 'the disk is full; make room and run the command again',
  EPIPE: 'the reader has gone away',
};
const WRITING_REASONS: Readonly<Record<string, string>> = {
  ...REASONS,
  ENOENT: 'its folder does not exist; make the folder first',
};

/** A file that cannot be read or written; the message names it and the remedy. */
export class FileError extends Error {
  constructor(
    message: string,
    /** Who reads what is written wants no more of it, as `head` does. */
    readonly isReaderGone = false,
  ) {
    super(message);
  }

  static reading(file: string, cause: unknown): FileError {
    return new FileError(`Cannot read ${file}: ${reasonOf(cause, REASONS)}.`);
  }

  static writing(file: string, cause: unknown): FileError {
    return new FileError(`Cannot write ${file}: ${reasonOf(cause, WRITING_REASONS)}.`, codeOf(cause) === 'EPIPE');
  }
}

/** What a failure says to people: of one that the system gave for a path, which path and what to do. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { path } = error as NodeJS.ErrnoException;
  return typeof path === 'string' && codeOf(error) in REASONS
    ? `Cannot use ${path}: ${reasonOf(error, REASONS)}.`
    : error.message;
}

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? '';

function reasonOf(cause: unknown, reasons: Readonly<Record<string, string>>): string {
  return reasons[codeOf(cause)] ?? (cause instanceof Error ? cause.message : String(cause));
}
