import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

/** What a text file is, told by all of its bytes. */
export interface TextSurvey {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Bytes of the mark at its beginning. */
  readonly mark: number;
  /** Whether its last line has an end, as programs write it. */
  readonly isEnded: boolean;
}

/** Why a file is no text that is read here. */
export type NoText = 'empty' | 'utf-16' | 'packed' | 'binary';

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;
const PACKED = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
] as const;

/** Looks through a file: its encoding shows only in its last letter that is no ASCII. */
export async function surveyText(path: string): Promise<TextSurvey | NoText> {
  const file = await open(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES + 3);
    let carried = 0;
    let mark = 0;
    let isUnicode = true;
    let last = -1;
    for (let isFirst = true; ; isFirst = false) {
      const { bytesRead } = await file.read(chunk, carried, CHUNK_BYTES);
      const bytes = chunk.subarray(0, carried + bytesRead);
      if (bytesRead === 0) {
        isUnicode &&= isUtf8(bytes);
        break;
      }
      if (isFirst) {
        const kind = beginningOf(bytes);
        if (kind !== undefined) return kind;
        mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
      }
      if (bytes.includes(0)) return isFirst ? 'utf-16' : 'binary';
      last = bytes[bytes.length - 1] ?? -1;
      carried = 0;
      if (isUnicode) {
        const whole = wholeLetters(bytes);
        isUnicode = isUtf8(bytes.subarray(0, whole));
        carried = bytes.copy(chunk, 0, whole);
      }
    }
    if (last < 0) return 'empty';
    return { encoding: isUnicode ? 'utf-8' : 'windows-1252', mark, isEnded: last === NEWLINE };
  } finally {
    await file.close();
  }
}

function beginningOf(bytes: Buffer): NoText | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  return PACKED.some((signature) => signature.every((byte, at) => bytes[at] === byte)) ? 'packed' : undefined;
}

/** How many bytes there are before a letter that goes on in the next chunk. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}
