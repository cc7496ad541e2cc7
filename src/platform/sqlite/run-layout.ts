/**
 * Where the rows of sorted runs lie (see `SortedRuns`). A row's place is one number of 53 bits: the range of digests, the
 * level, the run within the level, and the first bits of the row's first digest. So a run lies together, in order.
 */

/** Digests of names: characters of base64url. */
export const DIGEST_CHARACTERS = 22;
/** By a digest's first character. */

/** A run of a level holds about this many of the level before. */
export const RUNS_A_LEVEL = 8;

const FIRST_SPAN = 2 ** 30;
const RUNS = 2 ** 13;
const LEVELS = 2 ** 4;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SIX_BITS = new Uint8Array(256);
for (let bits = 0; bits < ALPHABET.length; bits += 1) SIX_BITS[ALPHABET.charCodeAt(bits)] = bits;

/** A digest's range: what its first character says. */
export const rangeOf = (digest: string): number => SIX_BITS[digest.charCodeAt(0) & 255] as number;

/** The range of a digest in a row's bytes. */
export const rangeAt = (digests: Uint8Array, index: number): number =>
  SIX_BITS[digests[index * DIGEST_CHARACTERS] ?? 0] as number;

/** The 30 bits that a digest's five characters from the second on say: the order within a run. */
export const firstBits = (digest: string): number => bitsFrom(digest, 1);

/** The 30 bits after those. */
export const laterBits = (digest: string): number => bitsFrom(digest, 6);

function bitsFrom(digest: string, from: number): number {
  let bits = 0;
  for (let at = from; at < from + 5; at += 1) bits = (bits << 6) | (SIX_BITS[digest.charCodeAt(at) & 255] as number);
  return bits;
}

/** The first bits of a digest in a row's bytes. */
export function firstBitsAt(digests: Uint8Array, index: number): number {
  let bits = 0;
  const from = index * DIGEST_CHARACTERS + 1;
  for (let at = from; at < from + 5; at += 1) bits = (bits << 6) | (SIX_BITS[digests[at] ?? 0] as number);
  return bits;
}

/** Where a run's rows begin; the next run's begin at the end of this one. */
export const runPlace = (range: number, level: number, run: number): number =>
  ((range * LEVELS + level) * RUNS + run) * FIRST_SPAN;

/** Where the rows of a level begin; of a level beyond the last, where those of the next range do. */
export const levelPlace = (range: number, level: number): number => runPlace(range, level, 0);

/** Where the run begins that a row at this place is of. */
export const runOfPlace = (place: number): number => place - (place % FIRST_SPAN);

/** Which run of its level a row at this place is of. */
export const runNumberOf = (place: number): number => Math.floor(place / FIRST_SPAN) % RUNS;

/** The last level that there is room for. */
export const LAST_LEVEL = LEVELS - 1;
