import { firstBits, laterBits } from './run-layout';

/** So many bits for each name it was made for. */
const BITS_A_NAME = 16;
const PROBES = 4;
const FEWEST_NAMES = 1 << 16;

/**
 * Says of a name's digest that it was never added, or that it may have been: of names never added, fewer than one in a
 * hundred may have been. Names cannot be taken out; one too many costs a look, and no answer.
 */
export class NameFilter {
  private readonly words: Uint32Array;
  private readonly mask: number;
  private room: number;

  /** For so many names and as many again. */
  constructor(names: number) {
    const bits = 2 ** Math.ceil(Math.log2(2 * Math.max(names, FEWEST_NAMES) * BITS_A_NAME));
    this.words = new Uint32Array(bits / 32);
    this.mask = bits - 1;
    this.room = bits / BITS_A_NAME - names;
  }

  /** False once it holds as many names as it was made for: then a larger one should be made. */
  get hasRoom(): boolean {
    return this.room > 0;
  }

  add(digest: string): void {
    this.room -= 1;
    const [step, at] = [laterBits(digest) | 1, firstBits(digest)];
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (at + Math.imul(probe, step)) & this.mask;
      this.words[bit >>> 5] = (this.words[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  mayHold(digest: string): boolean {
    const [step, at] = [laterBits(digest) | 1, firstBits(digest)];
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (at + Math.imul(probe, step)) & this.mask;
      if (((this.words[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}
