import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_ENTRY = 0x04034b50;
const LOCAL_BYTES = 30;
const MOST_PARTS = 500;
const STORED = 0;
const DEFLATED = 8;

type Parts = Record<string, Uint8Array>;

/**
 * The parts of a zip file (without extensions for large ones) whose names fit, unpacked to `most` bytes together at most:
 * what a file says of its sizes is not believed, unpacking stops where there is no more room.
 */
export function unpackWithin(zip: Uint8Array, names: RegExp, most: number): Parts | 'too-much' | 'broken' {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    return unpacked(bytes, names, most);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : 'broken';
  }
}

/** Reading beyond the end throws, as does what is no directory. */
function unpacked(bytes: Buffer, names: RegExp, most: number): Parts | 'too-much' | 'broken' {
  const end = bytes.lastIndexOf(signature(END_OF_DIRECTORY), bytes.length - END_BYTES);
  const count = bytes.readUInt16LE(end + 10);
  if (end < 0 || count > MOST_PARTS) return 'broken';
  const parts: Parts = Object.create(null) as Parts;
  let room = most;
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return 'broken';
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    if (names.test(name)) {
      const part = partAt(bytes, at, room);
      if (part.length > room) return 'too-much';
      room -= part.length;
      parts[name] = part;
    }
    at += ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function partAt(bytes: Buffer, entry: number, room: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error('A part is not where the directory says.');
  const from = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + size);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Error('A part is packed in a way that is not read here.');
  return inflateRawSync(packed, { maxOutputLength: room + 1 });
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
