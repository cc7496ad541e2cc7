import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ShareThread } from '../operations/evaluation/spread/share-thread';
import type { Told } from '../operations/evaluation/spread/messages';
import type { EvaluationMaking } from './make-evaluation';

/** As much as each thread allocates between two short collections of garbage: most of what it makes is gone by then. */
const YOUNG_MEGABYTES = 64;

/** Threads that work on shares of one evaluation. */
export const evaluationThreads = (making: EvaluationMaking, count: number): ShareThread[] =>
  Array.from({ length: count }, () => {
    const worker = new Worker(join(__dirname, 'evaluation-thread.js'), {
      workerData: making,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    return {
      send: (asked) => worker.postMessage(asked),
      listen: (told, failed) => {
        worker.on('message', (message: Told) => told(message));
        worker.on('error', failed);
        worker.on('exit', (code) => failed(new Error(`A thread ended by itself (${code}).`)));
      },
      end: async () => {
        await worker.terminate();
      },
    };
  });
