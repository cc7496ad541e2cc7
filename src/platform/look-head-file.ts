import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LookHead } from '../kernel/look';
import { LookHeads } from '../ports/look-log';
import { FileError } from './file-error';
import { makePrivateFolder, PRIVATE_FILE_MODE } from './private-files';

/**
 * The head of the log of looks in a file of its own. It is replaced as a whole, without waiting for the disk: the log is
 * there first, so what a loss of power leaves behind is an older head of the same log.
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
    const beside = `${this.place}.${process.pid}.part`;
    const replace = (): void => {
      writeFileSync(beside, `${JSON.stringify(head)}\n`, { mode: PRIVATE_FILE_MODE });
      renameSync(beside, this.place);
    };
    try {
      try {
        replace();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        makePrivateFolder(dirname(this.place));
        replace();
      }
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(FileError.writing(this.place, error));
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
