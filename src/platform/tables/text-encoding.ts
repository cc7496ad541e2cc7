import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { FileError } from '../file-error';

/** How the letters of a file are written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const CHUNK_BYTES = 1 << 20;
/** Of a letter that goes on in the next chunk, at most this many bytes stand at the end of one. */
const LONGEST_BEGINNING = 3;

/**
 * How a file is written: as its mark says, in UTF-8 where all of it is, else Windows' Latin-1. The whole file is looked
 * through, since the first letter that tells may stand on its last line; throws `FileError` where it cannot be read.
 */
export async function textEncodingOf(path: string): Promise<TextEncoding> {
  let carried: Buffer = Buffer.alloc(0);
  let isFirst = true;
  try {
    for await (const read of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      if (isFirst && read[0] === 0xff && read[1] === 0xfe) return 'utf-16le';
      if (isFirst && read[0] === 0xfe && read[1] === 0xff) return 'utf-16be';
      isFirst = false;
      const bytes = carried.length === 0 ? read : Buffer.concat([carried, read]);
      const whole = bytes.length - beginningAtEnd(bytes);
      if (!isUtf8(bytes.subarray(0, whole))) return 'windows-1252';
      carried = bytes.subarray(whole);
    }
  } catch (error) {
    throw FileError.reading(path, error);
  }
  return carried.length === 0 ? 'utf-8' : 'windows-1252';
}

/** How many bytes at the end may be the beginning of a letter of UTF-8 that goes on. */
function beginningAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= LONGEST_BEGINNING && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}
