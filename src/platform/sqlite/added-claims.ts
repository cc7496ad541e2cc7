import { DIGEST_CHARACTERS, laterBits } from './run-layout';
import type { Entries } from './sorted-runs';

/** How what is claimed is written as bytes, always so many. */
export interface ClaimCodec<T> {
  readonly bytes: number;
  readonly write: (claim: T, to: Buffer, at: number) => void;
  readonly read: (claim: Buffer) => T;
}

const FEWEST = 1 << 8;
const SLOTS_AN_ENTRY = 4;

/**
 * What a unit claims, in the order it came, as the bytes it will be written in; found again by places in an array of
 * numbers that the digest's own bits choose, which are as good as random. A map of texts would first have to digest the
 * digests, and keep alive what they were cut from.
 */
export class AddedClaims<T> {
  size = 0;
  private room = 0;
  /** What the unit before took: one like it takes as much at once, where growing would move each claim again and again. */
  private before = 0;
  private digests = Buffer.alloc(0);
  private claims = Buffer.alloc(0);
  /** Each 0, or one more than where the digest stands; at least three of four are 0. */
  private slots = new Int32Array(SLOTS_AN_ENTRY);

  constructor(private readonly codec: ClaimCodec<T>) {}

  get(digest: string): T | undefined {
    if (this.size === 0) return undefined;
    const found = this.slots[this.slotOf(digest)] as number;
    if (found === 0) return undefined;
    const { bytes } = this.codec;
    return this.codec.read(this.claims.subarray((found - 1) * bytes, found * bytes));
  }

  /** In place of what was claimed under the digest. */
  set(digest: string, claim: T): void {
    if (this.size === this.room) this.grow();
    const slot = this.slotOf(digest);
    let found = this.slots[slot] as number;
    if (found === 0) {
      found = this.slots[slot] = this.size += 1;
      const from = (found - 1) * DIGEST_CHARACTERS;
      for (let at = 0; at < DIGEST_CHARACTERS; at += 1) this.digests[from + at] = digest.charCodeAt(at);
    }
    this.codec.write(claim, this.claims, (found - 1) * this.codec.bytes);
  }

  /** Everything claimed; only until more is. */
  entries(): Entries {
    return {
      digests: this.digests.subarray(0, this.size * DIGEST_CHARACTERS),
      claims: this.claims.subarray(0, this.size * this.codec.bytes),
    };
  }

  /** What many claims needed is given back: wiping it would cost each small unit after them. */
  clear(): void {
    this.before = this.size;
    this.size = 0;
    if (this.room <= FEWEST) this.slots.fill(0);
    else {
      this.room = 0;
      this.slots = new Int32Array(SLOTS_AN_ENTRY);
    }
  }

  /** Where the digest is, or would be. */
  private slotOf(digest: string): number {
    const mask = this.slots.length - 1;
    for (let slot = laterBits(digest) & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[slot] as number;
      if (found === 0 || this.isAt(found - 1, digest)) return slot;
    }
  }

  private isAt(index: number, digest: string): boolean {
    const from = index * DIGEST_CHARACTERS;
    for (let at = 0; at < DIGEST_CHARACTERS; at += 1) {
      if (this.digests[from + at] !== digest.charCodeAt(at)) return false;
    }
    return true;
  }

  private grow(): void {
    this.room = Math.max(FEWEST, this.room === 0 ? 2 ** Math.ceil(Math.log2(this.before + 1)) : this.room * 2);
    this.digests = Buffer.concat([this.digests], this.room * DIGEST_CHARACTERS);
    this.claims = Buffer.concat([this.claims], this.room * this.codec.bytes);
    this.slots = new Int32Array(this.room * SLOTS_AN_ENTRY);
    for (let at = 0; at < this.size; at += 1) {
      const from = at * DIGEST_CHARACTERS;
      this.slots[this.slotOf(this.digests.toString('latin1', from, from + DIGEST_CHARACTERS))] = at + 1;
    }
  }
}
