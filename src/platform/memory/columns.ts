const FIRST_CAPACITY = 1 << 12;

/** A growing column of numbers. */
export class NumberColumn {
  private values = new Float64Array(FIRST_CAPACITY);

  get(row: number): number {
    return this.values[row] as number;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) {
      const grown = new Float64Array(Math.max(row + 1, this.values.length * 2));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[row] = value;
  }
}

/** Characters of a digest. */
const WIDTH = 22;

/** A growing column of digests, 22 characters of ASCII each. */
export class DigestColumn {
  private bytes = Buffer.alloc(FIRST_CAPACITY * WIDTH);

  set(row: number, digest: string): void {
    const at = row * WIDTH;
    if (at + WIDTH > this.bytes.length) {
      const grown = Buffer.alloc(Math.max(at + WIDTH, this.bytes.length * 2));
      this.bytes.copy(grown);
      this.bytes = grown;
    }
    this.bytes.write(digest, at, 'latin1');
  }

  is(row: number, digest: string): boolean {
    return this.bytes.toString('latin1', row * WIDTH, (row + 1) * WIDTH) === digest;
  }
}
