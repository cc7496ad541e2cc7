import type { Writable } from 'node:stream';
import { FileError } from '../file-error';

const CHUNK = 1 << 18;

/** Gathers text into large writes, bytes going out as they are, waits when the reader is slow, and tells which file failed and why. */
export class TextOutput {
  private gathered = '';
  private failure: Error | undefined;
  private drained: Promise<void> | undefined;

  constructor(
    private readonly stream: Writable,
    private readonly name: string,
  ) {
    stream.on('error', (error) => {
      this.failure = FileError.writing(name, error);
    });
  }

  write(text: string | Uint8Array): void {
    if (typeof text !== 'string') return this.writeBytes(text);
    this.gathered += text;
    if (this.gathered.length >= CHUNK) this.send();
  }

  /** Resolves when the reader can take more; rejects with a `FileError` when writing failed. */
  async flushed(): Promise<void> {
    this.throwFailure();
    await this.drained;
    this.throwFailure();
  }

  /** Writes what is left and resolves when all of it is out; closes the stream unless it is standard output. */
  async end(): Promise<void> {
    await this.flushed();
    const rest = this.gathered;
    this.gathered = '';
    await new Promise<void>((resolve, reject) => {
      const finish = (error?: Error | null): void => {
        if (error) reject(FileError.writing(this.name, error));
        else resolve();
      };
      if (this.stream === process.stdout) this.stream.write(rest, finish);
      else this.stream.end(rest, () => finish(this.stream.errored));
      this.stream.once('error', finish);
    });
  }

  private throwFailure(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private writeBytes(bytes: Uint8Array): void {
    if (this.gathered !== '') this.send();
    if (bytes.length > 0) this.put(bytes);
  }

  private send(): void {
    const text = this.gathered;
    this.gathered = '';
    this.put(text);
  }

  private put(written: string | Uint8Array): void {
    if (this.stream.write(written)) return;
    this.drained ??= new Promise<void>((resolve) => {
      this.stream.once('drain', resolve);
      this.stream.once('error', () => resolve());
      this.stream.once('close', resolve);
    }).then(() => {
      this.drained = undefined;
    });
  }
}
