const FIRST_SLOTS = 1 << 16;

/** So many shares are told apart: each is a bit of 32. */
export const MOST_SHARES = 32;

/** A short hash of a name in parts; different names may share one, which costs whoever compares them a closer look. */
export function nameHash(...parts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 1) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0xff, 0x01000193);
  }
  return hash >>> 0;
}

/** Remembers which shares used which names, by their short hashes; a few bytes a name. */
export class SeenNames {
  private hashes = new Uint32Array(FIRST_SLOTS);
  /** Bit by bit the shares; 0 where a slot is free. */
  private shares = new Uint32Array(FIRST_SLOTS);
  private used = 0;

  /** Adds that a share uses a name; true when another share uses it too, or one that cannot be told from it. */
  add(hash: number, share: number): boolean {
    if (this.used * 2 > this.hashes.length) this.grow();
    const slot = this.slotOf(hash);
    if (this.shares[slot] === 0) {
      this.hashes[slot] = hash;
      this.used += 1;
    }
    const bit = 1 << share;
    const users = (this.shares[slot] ?? 0) | bit;
    this.shares[slot] = users;
    return users >>> 0 !== bit >>> 0;
  }

  private slotOf(hash: number): number {
    const last = this.hashes.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & last;
    while (this.shares[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & last;
    return slot;
  }

  private grow(): void {
    const { hashes, shares } = this;
    this.hashes = new Uint32Array(hashes.length * 2);
    this.shares = new Uint32Array(hashes.length * 2);
    for (let at = 0; at < hashes.length; at += 1) {
      if (shares[at] === 0) continue;
      const slot = this.slotOf(hashes[at] ?? 0);
      this.hashes[slot] = hashes[at] ?? 0;
      this.shares[slot] = shares[at] ?? 0;
    }
  }
}
