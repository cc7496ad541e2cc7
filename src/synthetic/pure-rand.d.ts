/**
 * pure-rand names its entry points through the `exports` of its package.json, which the compiler's `node10` resolution
 * does not read. Only what is used here is declared.
 */
declare module 'pure-rand/generator/xoroshiro128plus' {
  export interface JumpableRandomGenerator {
    /** The next 32 bits as a signed integer; alters the generator. */
    next(): number;
    /** Moves 2^64 steps ahead, for a sequence that does not overlap. */
    jump(): void;
    clone(): JumpableRandomGenerator;
    getState(): readonly number[];
  }
  export function xoroshiro128plus(seed: number): JumpableRandomGenerator;
}
declare module 'pure-rand/distribution/uniformInt' {
  /** An integer between both ends, each included. */
  export function uniformInt(random: { next(): number }, from: number, to: number): number;
}
