import fc from 'fast-check';
import { lineOf, rejectedLines } from '../../src/operations/moving/rejected-lines';
import { LineSplitter, type Line } from '../../src/platform/ndjson/line-splitter';
import { openSqlite } from '../ports/sqlite-platform';

/** What import reads of a file: a line before, the payload's, a line after. */
function readAmong(line: Uint8Array): Line[] {
  const splitter = new LineSplitter();
  return [...splitter.push(Buffer.concat([Buffer.from('1\n'), line, Buffer.from('\n2')])), ...splitter.end()];
}

const bytesOf = ({ incoming }: Line): Buffer =>
  'text' in incoming ? Buffer.from(incoming.text) : Buffer.from('bytes' in incoming ? incoming.bytes : []);

const anyPayload = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value, null, 1))),
  fc
    .constantFrom('', ' \t', '\r', '\ufeff{}', '{}\r', 'a\nb', '\n', '{"base64":"AA=="}')
    .map((text) => Buffer.from(text)),
);

test('whatever was refused is one line of the file, alone or among others', () => {
  fc.assert(
    fc.property(anyPayload, (payload) => {
      const line = lineOf(payload);
      const splitter = new LineSplitter();
      const alone = [...splitter.push(Buffer.from(line)), ...splitter.end()];

      expect(alone).toHaveLength(1);
      expect(readAmong(line)).toHaveLength(3);
      expect(bytesOf(alone[0]!)).toEqual(Buffer.from(line));
    }),
    { numRuns: 2_000 },
  );
});

test('what can be a line stands as it came, JSON on several lines is the same value, and nothing else is an event', () => {
  fc.assert(
    fc.property(anyPayload, (payload) => {
      const line = Buffer.from(lineOf(payload));
      if (line.equals(payload)) return;
      const value: unknown = JSON.parse(line.toString());
      const before = Buffer.from(payload).toString();
      const wrapped = { base64: Buffer.from(payload).toString('base64') };

      expect(value).toEqual(before.includes('\n') && isJson(before) ? JSON.parse(before) : wrapped);
    }),
    { numRuns: 2_000 },
  );
});

test('JSON on several lines keeps every digit and every name it was written with', () => {
  const payload = '{"data":\r\n{"n": 1e400, "m": 0.12345678901234567890123,\n"m": 1.0}}';

  expect(Buffer.from(lineOf(payload)).toString()).toBe(payload.replaceAll('\n', ' '));
});

test('every refused event is written, in the order it was refused, resolved ones left out', async () => {
  const { rejected } = openSqlite();
  const receipt = { status: 'rejected', code: 'INVALID_EVENT' } as const;
  const payloads = Array.from({ length: 70 }, (_, at) => `refused ${at}`);
  await rejected.keep(payloads.map((payload, at) => ({ receipt, receivedAt: at, payload })));
  await rejected.resolve(3, 100);
  const lines: string[] = [];
  for await (const line of rejectedLines(rejected)) lines.push(Buffer.from(line).toString());

  expect(lines).toEqual(payloads.filter((payload) => payload !== 'refused 2'));
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
