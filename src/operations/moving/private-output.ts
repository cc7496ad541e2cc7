import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { FileError } from '../../platform/file-error';
import { PRIVATE_FILE_MODE } from '../../platform/private-files';

const CHUNK_BYTES = 1 << 18;
const PAUSE = new Int32Array(new SharedArrayBuffer(4));
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lines, or bytes, for a file only its owner may read, which is there whole or not at all: they go to a name beside it that
 * becomes the file's when all is written. `-` is standard output; what is no plain file (a pipe) is written to as it is.
 */
export class PrivateOutput {
  private gathered: Uint8Array[] = [];
  private gatheredBytes = 0;
  private readonly onSignal = (signal: NodeJS.Signals): void => {
    this.discard();
    process.kill(process.pid, signal);
  };

  private constructor(
    /** For people. */
    readonly name: string,
    private readonly descriptor: number,
    /** Where it is written and where it belongs; undefined when it is written where it belongs. */
    private readonly move?: { readonly from: string; readonly to: string },
  ) {
    if (move !== undefined) for (const signal of SIGNALS) process.once(signal, this.onSignal);
  }

  /** Throws `FileError` when it cannot be written. */
  static open(name: string): PrivateOutput {
    if (name === '-') return new PrivateOutput('standard output', process.stdout.fd);
    try {
      const known = statSync(name, { throwIfNoEntry: false });
      if (known !== undefined && !known.isFile()) return new PrivateOutput(name, openSync(name, 'w'));
      const to = known === undefined ? name : realpathSync(name);
      const from = `${to}.${process.pid}.part`;
      rmSync(from, { force: true });
      return new PrivateOutput(name, openSync(from, 'wx', PRIVATE_FILE_MODE), { from, to });
    } catch (error) {
      throw FileError.writing(name, error);
    }
  }

  writeLine(line: string | Uint8Array): void {
    this.write(typeof line === 'string' ? Buffer.from(line, 'utf8') : line);
    this.write(NEWLINE);
  }

  /** Takes the bytes as they are, and for its own. */
  write(bytes: Uint8Array): void {
    this.gathered.push(bytes);
    this.gatheredBytes += bytes.length;
    if (this.gatheredBytes >= CHUNK_BYTES) this.send();
  }

  /** Writes what is left to disk and gives the file its name. */
  keep(): void {
    this.send();
    if (this.descriptor === process.stdout.fd) return;
    try {
      if (this.move !== undefined) fsyncSync(this.descriptor);
      closeSync(this.descriptor);
      if (this.move !== undefined) renameSync(this.move.from, this.move.to);
    } catch (error) {
      throw FileError.writing(this.name, error);
    } finally {
      this.forgetSignals();
    }
  }

  /** Leaves nothing behind. */
  discard(): void {
    this.forgetSignals();
    if (this.move !== undefined) rmSync(this.move.from, { force: true });
  }

  private forgetSignals(): void {
    for (const signal of SIGNALS) process.removeListener(signal, this.onSignal);
  }

  private send(): void {
    const bytes = Buffer.concat(this.gathered, this.gatheredBytes);
    this.gathered = [];
    this.gatheredBytes = 0;
    for (let at = 0; at < bytes.length;) {
      try {
        at += writeSync(this.descriptor, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw FileError.writing(this.name, error);
        Atomics.wait(PAUSE, 0, 0, 5); // A pipe whose reader is slow.
      }
    }
  }
}

const NEWLINE = Buffer.from('\n');
