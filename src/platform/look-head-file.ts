import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LookHead } from '../kernel/look';
import { LookHeads } from '../ports/look-log';
import { FileError } from './file-error';
import { makePrivateFolder, PRIVATE_FILE_MODE } from './private-files';

/** As long as any head, so that a newer one covers the older whole; and less than a disk writes at once. */
const BYTES = 384;

/**
 * The head of the log of looks in a file of its own. It is written over the one before in one go, without waiting for the
 * disk: the log is there first, so what a loss of power leaves behind is an older head of the same log.
 */
export class LookHeadFile extends LookHeads {
  constructor(readonly place: string) {
    super();
  }

  override read(): Promise<LookHead | undefined> {
    let text: string;
    try {
      text = readFileSync(this.place, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Promise.resolve(undefined);
      return Promise.reject(FileError.reading(this.place, error));
    }
    const head = headIn(text);
    return head === undefined
      ? Promise.reject(new FileError(`${this.place} is no head of a log of looks.`))
      : Promise.resolve(head);
  }

  override write(head: LookHead): Promise<void> {
    const content = `${JSON.stringify(head).padEnd(BYTES - 1)}\n`;
    try {
      const file = this.open();
      try {
        writeSync(file, content, 0);
      } finally {
        closeSync(file);
      }
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(FileError.writing(this.place, error));
    }
  }

  /** The file, made with its folder where it is not there. */
  private open(): number {
    try {
      return openSync(this.place, constants.O_WRONLY | constants.O_CREAT, PRIVATE_FILE_MODE);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      makePrivateFolder(dirname(this.place));
      return openSync(this.place, constants.O_WRONLY | constants.O_CREAT, PRIVATE_FILE_MODE);
    }
  }
}

function headIn(text: string): LookHead | undefined {
  try {
    const { number, hash, at, signature } = JSON.parse(text) as Partial<LookHead>;
    const isWhole =
      Number.isSafeInteger(number) &&
      Number.isSafeInteger(at) &&
      typeof hash === 'string' &&
      typeof signature === 'string';
    return isWhole ? ({ number, hash, at, signature } as LookHead) : undefined;
  } catch {
    return undefined;
  }
}
