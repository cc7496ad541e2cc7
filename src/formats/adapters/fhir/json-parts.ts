import { readFileSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { FHIR_FAULT_WORDS } from '../../../kernel/words/fhir-files';
import { FileError } from '../../../platform/file-error';
import { readLines, sizesOf } from '../../../platform/ndjson/read-lines';
import { DeliveryFault } from '../../domain/delivery-fault';

/** A JSON text of a delivery: all of a file, or a line of one. */
export interface JsonPart {
  readonly file: string;
  /** Counted from 1; of a whole file 1. */
  readonly row: number;
  readonly isFile: boolean;
  /** Undefined where the line is not JSON. */
  readonly value: unknown;
}

const MEGABYTE = 1 << 20;
const MOST_MEGABYTES = 400;
const MOST_LINE = { maxEventBytes: 200 * MEGABYTE, maxKeptBytes: 200 * MEGABYTE };
const LINES_AT_ONCE = 256;

/**
 * The JSON texts of a file, in batches: of `.ndjson` its lines, in bounded memory, of any other all of it. Throws
 * `DeliveryFault` for a file that is cut off or no JSON, `FileError` for one that cannot be read; a line that is no JSON
 * before others that are comes out without a value.
 */
export async function* jsonParts(path: string): AsyncGenerator<readonly JsonPart[]> {
  if (path.endsWith('.ndjson')) yield* lines(path);
  else yield [{ file: basename(path), row: 1, isFile: true, value: wholeFile(path) }];
}

async function* lines(path: string): AsyncGenerator<readonly JsonPart[]> {
  const file = basename(path);
  let broken: number | undefined;
  sizesOf([path]);
  for await (const batch of readLines([path], MOST_LINE, LINES_AT_ONCE)) {
    const parts: JsonPart[] = [];
    for (const { number, incoming } of batch.lines) {
      const value = 'text' in incoming ? parsed(incoming.text) : undefined;
      broken = value === undefined ? number : undefined;
      parts.push({ file, row: number, isFile: false, value });
    }
    yield parts;
  }
  if (broken !== undefined) throw new DeliveryFault([FHIR_FAULT_WORDS.cutOff({ file, line: broken })]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function wholeFile(path: string): unknown {
  const file = basename(path);
  const bytes = bytesOf(path);
  if (!isUtf8(bytes)) throw new DeliveryFault([FHIR_FAULT_WORDS.notText({ file })]);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = positionOf(error, text);
    const line = text.slice(0, at).split('\n').length;
    const isCutOff = text.slice(at).trim() === '';
    throw new DeliveryFault([FHIR_FAULT_WORDS[isCutOff ? 'cutOff' : 'notJson']({ file, line })]);
  }
}

function bytesOf(path: string): Buffer {
  try {
    if (statSync(path).size > MOST_MEGABYTES * MEGABYTE) {
      throw new DeliveryFault([FHIR_FAULT_WORDS.tooLarge({ file: basename(path), most: MOST_MEGABYTES })]);
    }
    return readFileSync(path);
  } catch (error) {
    throw error instanceof DeliveryFault ? error : FileError.reading(path, error);
  }
}

/** Where the parser stopped; the message names a position unless the text ended too early. */
function positionOf(error: unknown, text: string): number {
  const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return position === undefined ? text.length : Number(position);
}
