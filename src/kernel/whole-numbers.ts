/** Writes whole numbers from nought on, of at most 53 bits, as bytes: the smaller, the fewer. Good for one list after the other. */
export class NumberWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** Begins anew, after bytes that are no numbers. */
  begin(first?: Uint8Array): void {
    this.length = 0;
    if (first === undefined) return;
    while (first.length > this.bytes.length) this.grow();
    this.bytes.set(first);
    this.length = first.length;
  }

  write(number: number): void {
    if (this.length + 8 > this.bytes.length) this.grow();
    let rest = number;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.length++] = rest;
  }

  /** A copy of what was written since `begin`. */
  written(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(): void {
    const more = new Uint8Array(this.bytes.length * 2);
    more.set(this.bytes);
    this.bytes = more;
  }
}

/** Reads what `NumberWriter` wrote; throws `RangeError` past the end. */
export class NumberReader {
  constructor(
    readonly bytes: Uint8Array,
    private at = 0,
  ) {}

  /** Of the next byte. */
  get position(): number {
    return this.at;
  }

  read(): number {
    let number = 0;
    for (let weight = 1; ; weight *= 0x80) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('The numbers end too soon.');
      number += (byte & 0x7f) * weight;
      if (byte < 0x80) return number;
    }
  }
}
