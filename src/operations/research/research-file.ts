import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PrivateOutput } from '../moving/private-output';

/** A file of a folder, private and there whole or not at all, that knows what was written to it. */
export class ResearchFile {
  private readonly output: PrivateOutput;
  private readonly hash = createHash('sha256');
  private bytes = 0;

  /** Throws `FileError` when it cannot be written. */
  constructor(
    folder: string,
    readonly name: string,
  ) {
    this.output = PrivateOutput.open(join(folder, name));
  }

  readonly write = (bytes: Uint8Array): void => {
    this.hash.update(bytes);
    this.bytes += bytes.length;
    this.output.write(bytes);
  };

  /** What was written; to be asked once, when all is. */
  told(): { readonly name: string; readonly bytes: number; readonly sha256: string } {
    return { name: this.name, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  keep(): void {
    this.output.keep();
  }

  discard(): void {
    this.output.discard();
  }
}
