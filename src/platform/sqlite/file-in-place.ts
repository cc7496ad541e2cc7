import { statSync } from 'node:fs';
import { StoreError } from '../store-error';

/** Whether a file that is open still is the one that stands under its name; what is written to another is lost. */
export class FileInPlace {
  private readonly opened: string | undefined;

  constructor(private readonly file: string) {
    this.opened = identityOf(file);
  }

  isInPlace(): boolean {
    return this.opened !== undefined && identityOf(this.file) === this.opened;
  }

  /** Throws `StoreError` when the file was moved, deleted or replaced since it was opened. */
  refuseIfGone(): void {
    if (this.isInPlace()) return;
    throw new StoreError(
      `The store ${this.file} is gone: its folder was deleted, moved or replaced while this program was using it. ` +
        'Nothing can be kept until the program is stopped, the folder put back (from a backup, if need be) and the ' +
        'program started again.',
      { retriable: true },
    );
  }
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? undefined : `${found.dev} ${found.ino}`;
}
