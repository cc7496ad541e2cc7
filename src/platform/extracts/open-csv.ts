import { open, type FileHandle } from 'node:fs/promises';
import { TableBroken, type NoTable, type OpenedTable, type TableRow } from './opened-table';
import { splitLines } from './split-lines';
import { surveyText, type TextSurvey } from './text-survey';

const CHUNK_BYTES = 1 << 19;
const LONGEST_LINE_BYTES = 1 << 20;
const NEWLINE = 10;
const SEPARATORS = [';', ',', '\t', '|'] as const;

/**
 * Opens a CSV file: separated by semicolon, comma, tab or bar (whichever its first line has most of), in UTF-8 with or
 * without a mark or else Windows' Latin-1. The file is gone through once for its encoding, and once for its rows.
 */
export async function openCsv(path: string): Promise<OpenedTable | NoTable> {
  try {
    return await openText(path);
  } catch (error) {
    if (error instanceof TableBroken) return error.why;
    throw error;
  }
}

async function openText(path: string): Promise<OpenedTable | NoTable> {
  const survey = await surveyText(path);
  if (typeof survey === 'string') return survey;
  const first = await firstLine(path, survey);
  if (first.trim() === '') return 'no-headings';
  const separator = separatorOf(first);
  const [headings] = splitLines([first], separator, 1);
  if (headings === undefined || headings.isBroken === true) return 'no-headings';
  const header = headings.cells.map((cell) => cell.trim());
  return { header, rows: () => rowsOf(path, survey, separator) };
}

/** Throws `TableBroken` where the first line has no end. */
async function firstLine(path: string, survey: TextSurvey): Promise<string> {
  for await (const { lines, isEnd } of linesOf(path, survey)) {
    if (isEnd && lines.length === 1 && !survey.isEnded) break;
    return lines[0] ?? '';
  }
  throw new TableBroken('cut-off', 1);
}

async function* rowsOf(path: string, survey: TextSurvey, separator: string): AsyncIterable<readonly TableRow[]> {
  let row = 1;
  for await (const { lines, isEnd } of linesOf(path, survey)) {
    const rows = splitLines(row === 1 ? lines.slice(1) : lines, separator, row === 1 ? 2 : row);
    row += lines.length;
    const last = rows.at(-1);
    if (isEnd && !survey.isEnded && last !== undefined && last.row === row - 1) {
      rows[rows.length - 1] = { ...last, isUnended: true };
    }
    if (rows.length > 0) yield rows;
  }
}

/** Some thousand lines at a time, without their ends. */
async function* linesOf(
  path: string,
  { encoding, mark }: TextSurvey,
): AsyncIterable<{ readonly lines: readonly string[]; readonly isEnd: boolean }> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  const decoded = (bytes: Buffer): string => decoder?.decode(bytes) ?? bytes.toString('utf8');
  const file = await open(path, 'r');
  try {
    let held = Buffer.alloc(0);
    let isFirst = true;
    for await (const chunk of chunksOf(file, mark)) {
      const end = chunk.lastIndexOf(NEWLINE);
      if (end < 0) {
        held = Buffer.concat([held, chunk]);
        if (held.length > LONGEST_LINE_BYTES) throw new TableBroken('binary', 1);
        continue;
      }
      const whole = Buffer.concat([held, chunk.subarray(0, end)]);
      held = Buffer.from(chunk.subarray(end + 1));
      isFirst = false;
      yield { lines: linesIn(decoded(whole)), isEnd: false };
    }
    if (held.length > 0 || isFirst) yield { lines: linesIn(decoded(held)), isEnd: true };
  } finally {
    await file.close();
  }
}

async function* chunksOf(file: FileHandle, from: number): AsyncIterable<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let at = from; ;) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

function linesIn(text: string): string[] {
  const lines = text.split('\n');
  if (!text.includes('\r')) return lines;
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function separatorOf(line: string): string {
  const count = (sign: string): number => line.split(sign).length;
  return SEPARATORS.reduce<string>((most, sign) => (count(sign) > count(most) ? sign : most), ';');
}
