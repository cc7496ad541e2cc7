import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PackedReadings } from '../intake/adapters/packed-readings';
import type { ReadingThread } from '../operations/moving/read-ahead';
import type { ThreadReading } from './reading-thread';

/** As much as each thread allocates between two short collections of garbage. */
const YOUNG_MEGABYTES = 32;

/** Threads that read lines for one import. */
export const readingThreads = (by: ThreadReading, count: number): ReadingThread[] =>
  Array.from({ length: count }, () => readingThread(by));

function readingThread(by: ThreadReading): ReadingThread {
  const worker = new Worker(join(__dirname, 'reading-thread.js'), {
    workerData: by,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  /** Who waits for batches, the one sent longest ago first. */
  const waiting: { readonly resolve: (read: PackedReadings) => void; readonly reject: (error: Error) => void }[] = [];
  let failure: Error | undefined;
  const failed = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (read: PackedReadings) => waiting.shift()?.resolve(read));
  worker.on('error', failed);
  worker.on('exit', (code) => failed(new Error(`A thread that reads lines ended by itself (${code}).`)));
  return {
    read: (lines) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.push({ resolve, reject });
        worker.postMessage(lines);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
