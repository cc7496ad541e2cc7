import { StoreError } from '../store-error';

/** Says what a failure of SQLite means for the people who run the store. */
export function explainFailure(file: string, cause: unknown): Error {
  const code = (cause as { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_FULL')) {
    return new StoreError(
      `The store ${file} cannot grow: the disk is full or REHABSPOR_STORE_MAX_BYTES is reached. ` +
        'Nothing of this batch was kept; make room or raise the setting and send it again.',
      { retriable: true, cause },
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new StoreError(`The store ${file} cannot be read or written: check the disk and its permissions.`, {
      retriable: true,
      cause,
    });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new StoreError(
      `${file} is damaged or no store: restore it from a backup, or choose another REHABSPOR_DATA.`,
      {
        retriable: false,
        cause,
      },
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new StoreError(
      `The store ${file} cannot be opened for writing: check that the folder exists and its permissions.`,
      {
        retriable: false,
        cause,
      },
    );
  }
  return cause instanceof Error ? cause : new Error(String(cause));
}
