/** Lines gathered as the bytes they leave the program as, so that nobody after makes them anew. */
export class LineBytes {
  /** How many there are. */
  length = 0;
  private bytes: Buffer;

  constructor(private readonly usual: number) {
    this.bytes = Buffer.allocUnsafeSlow(usual);
  }

  addText(text: string): void {
    this.makeRoom(text.length * MOST_BYTES_A_CHARACTER);
    this.length += this.bytes.write(text, this.length);
  }

  add(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was gathered, in memory of its own; gathering begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.bytes.buffer as ArrayBuffer, 0, this.length);
    this.bytes = Buffer.allocUnsafeSlow(this.usual);
    this.length = 0;
    return taken;
  }

  private makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

const MOST_BYTES_A_CHARACTER = 3;
