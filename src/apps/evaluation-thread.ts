import { parentPort, workerData } from 'node:worker_threads';
import type { Asked } from '../operations/evaluation/spread/messages';
import { EvaluationShare } from '../operations/evaluation/spread/evaluation-share';
import { makeEvaluation, type EvaluationMaking } from './make-evaluation';

/** A thread that works on a share of an evaluation, as the process it belongs to asks. */
const port = parentPort;
if (port === null) throw new Error('This runs as a thread of an evaluation, not by itself.');
const { personKey, options } = workerData as EvaluationMaking;
const share = new EvaluationShare(
  (ledger) => makeEvaluation({ personKey: Buffer.from(personKey), options }, ledger),
  // Pages are handed over and not copied.
  (told) => port.postMessage(told, told.tell === 'page' ? [told.bytes.buffer] : []),
);
port.on('message', (asked: Asked) => {
  // What fails ends the thread, and with it the evaluation.
  void share.answer(asked).catch((error: unknown) => {
    setImmediate(() => {
      throw error;
    });
  });
});
