import { isUtf8 } from 'node:buffer';
import type { RejectedEvents } from '../../ports/rejected-events';

const PAYLOADS_AT_A_TIME = 20;
const NEWLINE = 10;
const BYTE_ORDER_MARK = '\ufeff';

/** What was refused and not sent again since, oldest first, as bytes that `import` reads as one line each. */
export async function* rejectedLines(rejected: RejectedEvents): AsyncGenerator<Uint8Array> {
  for (let after = 0; ;) {
    const kept = await rejected.list({ after, limit: PAYLOADS_AT_A_TIME });
    const last = kept.at(-1);
    if (last === undefined) return;
    for (const { payload, erased } of kept) if (erased === undefined) yield lineOf(payload);
    after = last.number;
  }
}

/**
 * A refused payload as a line that is refused again, as far as can be for the same reason and kept as the same bytes:
 * bytes that import reads as one line stand as they came, UTF-8 or not. JSON with line ends, which
 * stand between its values, is the same with blanks there. The rest (other text with line ends, nothing but blanks, a byte order mark before the rest) would be cut or
 * passed over; it goes as `{"base64": …}`, which is no event.
 */
export function lineOf(payload: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(payload as Uint8Array);
  const text = isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  const isOneLine = !bytes.includes(NEWLINE);
  if (text === undefined ? isOneLine : isOneLine && text.trim() !== '' && !text.startsWith(BYTE_ORDER_MARK)) {
    return bytes;
  }
  return Buffer.from((text === undefined ? undefined : asOneLine(text)) ?? wrapped(bytes));
}

function asOneLine(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return text.replaceAll('\n', ' ');
}

function wrapped(bytes: Buffer): string {
  return JSON.stringify({ base64: bytes.toString('base64') });
}
