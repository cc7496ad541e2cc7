/** A message as a record has it. */
export interface RecordedMessage {
  readonly key?: Content;
  readonly value: Content;
  /** A name that comes several times has a list. */
  readonly headers?: Headers;
}

type Content = Buffer | string | null | undefined;
type Headers = Readonly<Record<string, Buffer | string | readonly (Buffer | string)[]>>;

/** By what a broker tells a batch that comes again; -1 where nobody asks it to. */
export interface Producing {
  readonly producerId: bigint;
  readonly producerEpoch: number;
  readonly firstSequence: number;
  readonly isTransactional: boolean;
}

/** Bytes before the checksum: base offset, length, leader epoch, magic; and the fields from attributes to the count of records. */
const BEFORE_CHECKSUM = 8 + 4 + 4 + 1;
const CHECKED_FIELDS = 2 + 4 + 8 + 8 + 8 + 2 + 4 + 4;
const MAGIC = 2;
const TRANSACTIONAL = 16;

/** Of objects that cannot become others. */
const encodedHeaders = new WeakMap<object, Buffer>();
const NO_HEADERS: Headers = Object.freeze({});

/**
 * Messages as one batch of records (Kafka's format 2, uncompressed), all of one moment: in one buffer of the right size,
 * where kafkajs makes two of at least half a kilobyte for each message. `checksum` is CRC-32C.
 */
export function recordBatch(
  messages: readonly RecordedMessage[],
  now: number,
  { producerId, producerEpoch, firstSequence, isTransactional }: Producing,
  checksum: (bytes: Buffer) => number,
): Buffer {
  const headers = messages.map((message) => headersOf(message.headers ?? NO_HEADERS));
  const bodies = messages.map(
    ({ key, value }, at) =>
      2 + sizeOfVarInt(at) + sizeOfBytes(key) + sizeOfBytes(value) + (headers[at] as Buffer).length,
  );
  const records = bodies.reduce((sum, size) => sum + sizeOfVarInt(size) + size, 0);
  const batch = new Writer(BEFORE_CHECKSUM + 4 + CHECKED_FIELDS + records);
  batch.long(0n);
  batch.int(batch.bytes.length - 12);
  batch.int(0);
  batch.byte(MAGIC);
  const checkedFrom = (batch.at += 4);
  batch.short(isTransactional ? TRANSACTIONAL : 0);
  batch.int(messages.length - 1);
  batch.long(BigInt(now));
  batch.long(BigInt(now));
  batch.long(producerId);
  batch.short(producerEpoch);
  batch.int(firstSequence);
  batch.int(messages.length);
  for (const [at, { key, value }] of messages.entries()) {
    batch.varInt(bodies[at] as number);
    batch.byte(0);
    batch.varInt(0);
    batch.varInt(at);
    batch.varBytes(key);
    batch.varBytes(value);
    batch.raw(headers[at] as Buffer);
  }
  batch.bytes.writeUInt32BE(checksum(batch.bytes.subarray(checkedFrom)), checkedFrom - 4);
  return batch.bytes;
}

/** One object that cannot change is encoded once: nearly all messages have the same headers. */
function headersOf(headers: Headers): Buffer {
  const known = encodedHeaders.get(headers);
  if (known !== undefined) return known;
  const entries = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const size = entries.reduce((sum, [name, value]) => sum + sizeOfBytes(name) + sizeOfBytes(value), 0);
  const writer = new Writer(sizeOfVarInt(entries.length) + size);
  writer.varInt(entries.length);
  for (const [name, value] of entries) {
    writer.varBytes(name);
    writer.varBytes(value);
  }
  if (Object.isFrozen(headers)) encodedHeaders.set(headers, writer.bytes);
  return writer.bytes;
}

/** So that small negative numbers are short too. */
const zigZag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;

function sizeOfVarInt(value: number): number {
  let size = 1;
  for (let left = zigZag(value); left > 0x7f; left >>>= 7) size += 1;
  return size;
}

function sizeOfBytes(value: Content): number {
  if (value === null || value === undefined) return sizeOfVarInt(-1);
  const length = Buffer.byteLength(value);
  return sizeOfVarInt(length) + length;
}

class Writer {
  readonly bytes: Buffer;
  at = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  byte(value: number): void {
    this.at = this.bytes.writeInt8(value, this.at);
  }

  short(value: number): void {
    this.at = this.bytes.writeInt16BE(value, this.at);
  }

  int(value: number): void {
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  long(value: bigint): void {
    this.at = this.bytes.writeBigInt64BE(value, this.at);
  }

  varInt(value: number): void {
    let left = zigZag(value);
    for (; left > 0x7f; left >>>= 7) this.bytes[this.at++] = (left & 0x7f) | 0x80;
    this.bytes[this.at++] = left;
  }

  varBytes(value: Content): void {
    if (value === null || value === undefined) return this.varInt(-1);
    this.varInt(Buffer.byteLength(value));
    this.raw(value);
  }

  raw(value: Buffer | string): void {
    this.at += typeof value === 'string' ? this.bytes.write(value, this.at, 'utf8') : value.copy(this.bytes, this.at);
  }
}
