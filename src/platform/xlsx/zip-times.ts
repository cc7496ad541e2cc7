const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** Midnight on 1 January 1980, the first moment a zip file can say: time 0, day 1 of month 1. */
const FIRST_MOMENT = 0x0021_0000;

/** The zip file with every entry dated alike, so that equal contents are equal bytes; throws when it is no zip file. */
export function withoutTimes(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  const end = endOfDirectory(bytes);
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The zip file’s directory is broken.');
    bytes.writeUInt32LE(FIRST_MOMENT, at + 12);
    bytes.writeUInt32LE(FIRST_MOMENT, bytes.readUInt32LE(at + 42) + 10);
    at += ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('This is no zip file.');
}
