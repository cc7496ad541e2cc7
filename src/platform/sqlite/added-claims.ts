import { laterBits } from './run-layout';

const FEWEST_SLOTS = 1 << 10;

/**
 * What a unit claims, in the order it came, found again by its digest: places in an array of numbers lead to it, chosen by
 * the digest's own bits, which are as good as random. A map of texts would first have to digest the digests.
 */
export class AddedClaims<T> {
  readonly digests: string[] = [];
  readonly claims: T[] = [];
  /** Each 0, or one more than where the digest stands; at least half are 0. */
  private slots = new Int32Array(FEWEST_SLOTS);

  get size(): number {
    return this.digests.length;
  }

  get(digest: string): T | undefined {
    const found = this.slots[this.slotOf(digest)] as number;
    return found === 0 ? undefined : this.claims[found - 1];
  }

  /** In place of what was claimed under the digest. */
  set(digest: string, claim: T): void {
    const slot = this.slotOf(digest);
    const found = this.slots[slot] as number;
    if (found > 0) {
      this.claims[found - 1] = claim;
      return;
    }
    this.digests.push(digest);
    this.claims.push(claim);
    this.slots[slot] = this.size;
    if (this.size * 2 > this.slots.length) this.grow();
  }

  clear(): void {
    this.digests.length = 0;
    this.claims.length = 0;
    if (this.slots.length === FEWEST_SLOTS) this.slots.fill(0);
    else this.slots = new Int32Array(FEWEST_SLOTS);
  }

  /** Where the digest is, or would be. */
  private slotOf(digest: string): number {
    const mask = this.slots.length - 1;
    for (let slot = laterBits(digest) & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[slot] as number;
      if (found === 0 || this.digests[found - 1] === digest) return slot;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    for (let at = 0; at < this.size; at += 1) this.slots[this.slotOf(this.digests[at] as string)] = at + 1;
  }
}
