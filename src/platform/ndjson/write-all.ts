import { writeSync } from 'node:fs';
import { FileError } from '../file-error';

const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** Writes all of a text before it returns, waiting where a pipe's reader is slow; throws `FileError` when it cannot. */
export function writeAllSync(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw FileError.writing('standard output', error);
      Atomics.wait(PAUSE, 0, 0, 5);
    }
  }
}
