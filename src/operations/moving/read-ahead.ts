import { readEventsOf, type PackedReadings } from '../../intake/adapters/packed-readings';
import type { ReadEvent } from '../../intake/application/read-event';
import { joinLines, type JoinedLines } from '../../platform/ndjson/joined-lines';
import type { Line } from '../../platform/ndjson/line-splitter';
import type { LineBatch } from '../../platform/ndjson/read-lines';

/** Lines of a batch that are text. */
export interface LinesToRead extends JoinedLines {
  /** What the clock shows (milliseconds). */
  readonly now: number;
}

/** A thread that reads lines ahead of where they are taken. */
export interface ReadingThread {
  /** Resolves with what could be read; rejects when the thread broke off. */
  read(lines: LinesToRead): Promise<PackedReadings>;
  /** Ends it, whatever it does. */
  end(): Promise<void>;
}

/** A line with what was read of it, where that was ahead. */
interface ReadLine extends Line {
  readonly read?: ReadEvent;
}

/** Lines of one file, each as it came or read already. */
export interface ReadBatch extends Omit<LineBatch, 'lines'> {
  readonly lines: readonly ReadLine[];
}

/** So many batches are on their way to each thread at once: enough that none waits, few enough that memory stays bounded. */
const BATCHES_A_THREAD = 2;

/** Batches in their order, read by threads while those before them are taken; `now` gives what the clock shows. */
export async function* readAhead(
  batches: AsyncIterable<LineBatch>,
  threads: readonly ReadingThread[],
  now: () => number,
): AsyncGenerator<ReadBatch> {
  const underWay: Promise<ReadBatch>[] = [];
  let turn = 0;
  for await (const batch of batches) {
    const thread = threads[turn++ % threads.length] as ReadingThread;
    const read = readBy(thread, batch, now());
    read.catch(() => undefined); // It is told when its turn comes.
    underWay.push(read);
    if (underWay.length >= threads.length * BATCHES_A_THREAD) yield (await underWay.shift()) as ReadBatch;
  }
  for (const read of underWay) yield await read;
}

async function readBy(thread: ReadingThread, batch: LineBatch, now: number): Promise<ReadBatch> {
  const packed = await thread.read({ ...textsOf(batch.lines), now });
  const read = readEventsOf(
    packed,
    batch.lines.map(({ incoming }) => incoming),
  );
  return {
    ...batch,
    lines: batch.lines.map((line, at) => {
      const event = read[at];
      return event === undefined ? line : { ...line, read: event };
    }),
  };
}

function textsOf(lines: readonly Line[]): JoinedLines {
  const texts: string[] = [];
  const places: number[] = [];
  lines.forEach(({ incoming }, at) => {
    if (!('text' in incoming)) return;
    texts.push(incoming.text);
    places.push(at);
  });
  return joinLines(texts, places);
}
