import type { Incoming } from '../../../kernel/incoming';
import { joinLines, linesIn } from '../../../platform/ndjson/joined-lines';
import type { Line } from '../../../platform/ndjson/line-splitter';
import type { SharedLines, UnreadableLine } from './messages';

/** What stands before the CPR number of most lines; a line that has it otherwise is merely taken by another share. */
const NUMBER = '"cpr":';
const ZERO = 48;
const NINE = 57;
const QUOTE = 34;

/**
 * Which of so many shares a line belongs to: lines that give the same CPR number in the same way belong together, so that
 * most persons' events meet in one. Whatever a line says, it belongs to one of them.
 */
function shareOf(line: string, shares: number): number {
  const from = line.indexOf(NUMBER);
  if (from < 0) return 0;
  let hash = 0;
  const begin = line.indexOf('"', from + NUMBER.length) + 1;
  for (let at = begin; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === QUOTE) break;
    if (code >= ZERO && code <= NINE) hash = Math.imul(hash, 31) + code;
  }
  return (Math.imul(hash, 0x9e3779b1) >>> 16) % shares;
}

/** The lines of a batch, each in one of so many shares; a share that has none is undefined. */
export function sharedOut(lines: readonly Line[], shares: number): (SharedLines | undefined)[] {
  const parts = Array.from({ length: shares }, () => ({
    texts: [] as string[],
    places: [] as number[],
    unreadable: [] as UnreadableLine[],
  }));
  lines.forEach(({ incoming }, at) => {
    if ('text' in incoming) {
      const part = parts[shareOf(incoming.text, shares)];
      part?.texts.push(incoming.text);
      part?.places.push(at);
    } else if ('unreadable' in incoming) {
      const { unreadable, bytes } = incoming;
      parts[0]?.unreadable.push({ at, unreadable, bytes });
    }
  });
  return parts.map(({ texts, places, unreadable }) =>
    texts.length + unreadable.length === 0 ? undefined : { ...joinLines(texts, places), unreadable },
  );
}

interface Placed {
  readonly at: number;
  readonly incoming: Incoming;
}

/** A share's lines as they arrived, each with its place in its batch as `origin`. */
export function arrivalsOf({ unreadable, ...joined }: SharedLines): readonly Placed[] {
  const arrivals = linesIn(joined).map(({ at, text }): Placed => ({ at, incoming: { text, origin: String(at) } }));
  if (unreadable.length === 0) return arrivals;
  for (const { at, unreadable: why, bytes } of unreadable) {
    arrivals.push({ at, incoming: { unreadable: why, bytes, origin: String(at) } });
  }
  return arrivals.sort((a, b) => a.at - b.at);
}
