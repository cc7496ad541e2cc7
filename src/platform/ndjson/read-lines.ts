import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { FileError } from '../file-error';
import { LineSplitter, type Line, type LineLimits } from './line-splitter';

/** Lines of one file as they are read, with how far reading is. */
export interface LineBatch {
  readonly file: string;
  readonly lines: readonly Line[];
  readonly bytesRead: number;
  /** Of all files together; undefined when standard input is among them. */
  readonly bytesTotal?: number;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Reads files of lines one after the other, `-` as standard input; throws `FileError` for one that cannot be read.
 * Batches hold `atLeast` lines where the file has them, and what a read gave beyond.
 */
export async function* readLines(files: readonly string[], limits: LineLimits, atLeast = 1): AsyncGenerator<LineBatch> {
  const sizes = sizesOf(files);
  const bytesTotal = sizes.every((size) => size !== undefined) ? sizes.reduce((a, b) => a + b, 0) : undefined;
  let bytesRead = 0;
  for (const file of files) {
    const splitter = new LineSplitter(limits);
    const stream: Readable = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
    const batchOf = (lines: Line[]): LineBatch =>
      bytesTotal === undefined ? { file, lines, bytesRead } : { file, lines, bytesRead, bytesTotal };
    let lines: Line[] = [];
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytesRead += chunk.length;
        lines = lines.length === 0 ? splitter.push(chunk) : lines.concat(splitter.push(chunk));
        if (lines.length < atLeast) continue;
        yield batchOf(lines);
        lines = [];
      }
    } catch (error) {
      throw FileError.reading(file, error);
    }
    lines = lines.concat(splitter.end());
    if (lines.length > 0) yield batchOf(lines);
  }
}

/** The batches of the first so many bytes, and the others; `rest` is absent where there are none. */
export async function firstBatches(
  batches: AsyncGenerator<LineBatch>,
  bytes: number,
): Promise<{ readonly first: readonly LineBatch[]; readonly rest?: AsyncGenerator<LineBatch> }> {
  const first: LineBatch[] = [];
  for (;;) {
    const next = await batches.next();
    if (next.done === true) return { first };
    first.push(next.value);
    if (next.value.bytesRead > bytes) return { first, rest: batches };
  }
}

/** Batches at hand, then those that come. */
export async function* chained<B>(first: readonly B[], rest: AsyncIterable<B> | undefined): AsyncGenerator<B> {
  yield* first;
  if (rest !== undefined) yield* rest;
}

/** Bytes of each file, undefined for standard input; throws `FileError` for one that cannot be read. */
export function sizesOf(files: readonly string[]): (number | undefined)[] {
  return files.map((file) => (file === '-' ? undefined : sizeOf(file)));
}

function sizeOf(file: string): number {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new FileError(`${file} is a folder; name a file of events, one a line.`);
    return stats.size;
  } catch (error) {
    throw error instanceof FileError ? error : FileError.reading(file, error);
  }
}
