import { createReadStream, createWriteStream, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { PRIVATE_FILE_MODE } from '../private-files';

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 5, 6]);
const END_BYTES = 22;
/** The end of the directory and the longest comment behind it. */
const MOST_END_BYTES = END_BYTES + 0xffff;
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_ENTRY = 0x04034b50;
const LOCAL_BYTES = 30;
const MOST_DIRECTORY_BYTES = 1 << 20;
const MOST_PARTS = 500;
const STORED = 0;
const DEFLATED = 8;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  /** Where it begins in the zip file. */
  readonly local: number;
}

class Broken extends Error {}
class TooMuch extends Error {}

/**
 * Unpacks the parts of a zip file (without extensions for large ones) whose names fit into a folder, piece by piece, to
 * `most` bytes together at most: what a file says of its sizes is not believed, unpacking stops where there is no more room.
 */
export async function unpackInto(
  folder: string,
  zip: string,
  names: RegExp,
  most: number,
): Promise<'unpacked' | 'too-much' | 'broken'> {
  const file = await open(zip);
  try {
    const size = await file.stat();
    const room = { left: most };
    for (const part of await partsOf(file, size)) {
      if (names.test(part.name)) await unpackPart(zip, part, await beginOf(file, part), join(folder, part.name), room);
    }
    return 'unpacked';
  } catch (error) {
    if (error instanceof TooMuch) return 'too-much';
    if (error instanceof Broken || isOfPacking(error)) return 'broken';
    throw error;
  } finally {
    await file.close();
  }
}

async function partsOf(file: FileHandle, { size }: Stats): Promise<readonly Part[]> {
  const tailBytes = Math.min(size, MOST_END_BYTES);
  const tail = await bytesAt(file, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf(END_OF_DIRECTORY, Math.max(0, tail.length - END_BYTES));
  if (end < 0 || end + END_BYTES > tail.length) throw new Broken();
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  if (count > MOST_PARTS || length > MOST_DIRECTORY_BYTES) throw new Broken();
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), length);
  const parts: Part[] = [];
  for (let at = 0; parts.length < count;) {
    if (at + ENTRY_BYTES > length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Broken();
    const nameBytes = directory.readUInt16LE(at + 28);
    parts.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      local: directory.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return parts;
}

/** Where the bytes of a part begin. */
async function beginOf(file: FileHandle, { local, method }: Part): Promise<number> {
  const header = await bytesAt(file, local, LOCAL_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_ENTRY || (method !== STORED && method !== DEFLATED)) throw new Broken();
  return local + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function unpackPart(
  zip: string,
  { method, packedBytes }: Part,
  from: number,
  to: string,
  room: { left: number },
): Promise<void> {
  const target = createWriteStream(to, { mode: PRIVATE_FILE_MODE, flags: 'wx' });
  if (packedBytes === 0) {
    target.end();
    if (method === DEFLATED) throw new Broken();
    return;
  }
  let packed = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      packed += chunk.length;
      done(null, chunk);
    },
  });
  const within = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      room.left -= chunk.length;
      if (room.left < 0) done(new TooMuch());
      else done(null, chunk);
    },
  });
  const source: Readable = createReadStream(zip, { start: from, end: from + packedBytes - 1 });
  if (method === STORED) await pipeline(source, counted, within, target);
  else await pipeline(source, counted, createInflateRaw(), within, target);
  if (packed < packedBytes) throw new Broken();
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new Broken();
  return bytes;
}

/** What zlib says of what is not packed so or cut off, and two parts of one name. */
const isOfPacking = (error: unknown): boolean =>
  /^(Z_|EEXIST)/.test(String((error as { code?: unknown } | undefined)?.code));
