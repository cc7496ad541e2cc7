import { SECONDS_PER_DAY } from './danish-time';
import type { ShortForm, SourceEvent } from './held-event';

/** Holds events until nothing earlier can come, a bucket for each UTC day of receipt. */
export interface ReceiptBuckets {
  hold(event: SourceEvent, receivedUtc: number): void;
  /** Writes out, in order of receipt, every event received before the day; later events may not fall before it. */
  release(beforeDay: number): void;
}

const BLOCK_BYTES = 8192;
/** No short form is longer; everything in it is ASCII. */
const LONGEST = 1024;

interface Block {
  readonly bytes: Buffer;
  used: number;
}

/**
 * Keeps the events outside the JavaScript heap, as bytes in blocks that are used again and again; `expanded` takes one
 * line at a time.
 */
export function createReceiptBuckets(form: ShortForm, expanded: (line: string) => void): ReceiptBuckets {
  const buckets = new Map<number, Block[]>();
  const free: Block[] = [];
  const newBlock = (): Block => free.pop() ?? { bytes: Buffer.allocUnsafeSlow(BLOCK_BYTES), used: 0 };
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let released = Number.NEGATIVE_INFINITY;
  return {
    hold(event, receivedUtc) {
      const day = Math.floor(receivedUtc / SECONDS_PER_DAY);
      if (day < released) throw new Error(`synthetic: received ${released - day} days after the day was released`);
      let bucket = buckets.get(day);
      if (bucket === undefined) {
        bucket = [newBlock()];
        buckets.set(day, bucket);
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
      const text = form.write(event, receivedUtc - day * SECONDS_PER_DAY);
      if (text.length > LONGEST) throw new Error(`synthetic: a ${event.kind} is longer than ${LONGEST} characters`);
      let block = bucket[bucket.length - 1] as Block;
      if (block.used + text.length > BLOCK_BYTES) {
        block = newBlock();
        bucket.push(block);
      }
      block.used += block.bytes.write(text, block.used, 'latin1');
    },
    release(beforeDay) {
      const end = Math.min(beforeDay, last + 1);
      for (let day = Math.max(first, released); day < end; day += 1) {
        const bucket = buckets.get(day);
        if (bucket === undefined) continue;
        buckets.delete(day);
        const shorts = sortedLines(bucket);
        for (const block of bucket) {
          block.used = 0;
          free.push(block);
        }
        for (const short of shorts) expanded(form.expand(short, day));
      }
      released = Math.max(released, beforeDay);
    },
  };
}

/** Whole lines compare: equal seconds fall back on what the events say, so the order never depends on how they came in. */
function sortedLines(bucket: readonly Block[]): string[] {
  const lines: string[] = [];
  for (const { bytes, used } of bucket) {
    const text = bytes.toString('latin1', 0, used);
    for (let from = 0; from < used;) {
      const to = text.indexOf('\n', from);
      lines.push(text.slice(from, to));
      from = to + 1;
    }
  }
  return lines.sort();
}
