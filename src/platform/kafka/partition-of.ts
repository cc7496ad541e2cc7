const M = 0x5bd1e995;
const SEED = 0x9747b28c;

/** MurmurHash2 as Kafka's Java client computes it, as a signed 32-bit number. */
function murmur2(data: Uint8Array): number {
  const { length } = data;
  const byte = (at: number): number => data[at] as number;
  let hash = SEED ^ length;
  const whole = length & ~3;
  for (let at = 0; at < whole; at += 4) {
    let four = byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
    four = Math.imul(four, M);
    four ^= four >>> 24;
    hash = Math.imul(hash, M) ^ Math.imul(four, M);
  }
  const rest = length & 3;
  if (rest === 3) hash ^= byte(whole + 2) << 16;
  if (rest >= 2) hash ^= byte(whole + 1) << 8;
  if (rest >= 1) hash = Math.imul(hash ^ byte(whole), M);
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}

/** The partition a key belongs to, the same as Kafka's Java client and kafkajs choose. */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}
