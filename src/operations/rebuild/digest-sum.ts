const LIMIT = 2 ** 53;

/** The sum of two 53-bit digests, again in 53 bits: the same for any order of what is summed. */
export function addDigests(a: number, b: number): number {
  const room = LIMIT - b;
  return a >= room ? a - room : a + b;
}

/** A digest for people. */
export const writeDigest = (digest: number): string => digest.toString(16).padStart(14, '0');
