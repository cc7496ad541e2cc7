/** The sum of two digests of 132 bits, again in 132 bits: the same for any order of what is summed. */
export const addDigests = (a: bigint, b: bigint): bigint => BigInt.asUintN(132, a + b);

/** A digest as a number. */
export const digestNumber = (digest: string): bigint =>
  BigInt(`0x${Buffer.from(`${digest}AA`, 'base64url').toString('hex')}`) >> 12n;

/** A digest for people. */
export const writeDigest = (digest: bigint): string => digest.toString(16).padStart(33, '0');
