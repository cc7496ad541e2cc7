import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { FileError } from '../file-error';
import { XmlFault } from './xml-element';

const ENCODING = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;
const LONGEST_DECLARATION = 200;

/** A file's text piece by piece, in the encoding it declares; throws `XmlFault` where it is in none that is read. */
export async function* xmlText(file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const stream = createReadStream(file, { highWaterMark: 1 << 16 });
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      decoder ??= decoderOf(bytes);
      yield decode(decoder, bytes);
    }
  } catch (error) {
    throw error instanceof XmlFault ? error : FileError.reading(file, error);
  }
  if (decoder !== undefined) yield decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new XmlFault('encoding', 1);
  }
}

function decoderOf(start: Buffer): TextDecoder {
  const [first, second] = start;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  const declared = ENCODING.exec(start.toString('latin1', 0, LONGEST_DECLARATION))?.[1];
  try {
    return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : (declared ?? 'utf-8'), { fatal: true });
  } catch {
    throw new XmlFault('encoding', 1);
  }
}
