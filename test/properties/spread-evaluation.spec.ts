import fc from 'fast-check';
import { Evaluation } from '../../src/operations/evaluation/evaluation';
import { EvaluationInPlace, type LineEvaluation } from '../../src/operations/evaluation/line-evaluation';
import { EvaluationShare } from '../../src/operations/evaluation/spread/evaluation-share';
import type { Asked, Told } from '../../src/operations/evaluation/spread/messages';
import type { ShareThread } from '../../src/operations/evaluation/spread/share-thread';
import { SpreadEvaluation } from '../../src/operations/evaluation/spread/spread-evaluation';
import { ReceiptCounts } from '../../src/operations/moving/receipt-counts';
import type { IntakeLedger } from '../../src/ports/intake-ledger';
import { definitions, fixedClock, names, reading } from '../support/evaluate';
import { anyAsOf, anyEvents } from './random-events';
import { anyTangle, inBatches, linesOf } from './tangled-lines';

const evaluationOf =
  (asOf: string, showCpr: boolean) =>
  (ledger?: IntakeLedger): Evaluation =>
    new Evaluation(reading, names, fixedClock, { definitions, policy: {}, asOf, showCpr }, undefined, ledger);

/** A share in this thread; what passes between is copied, and takes as many turns as drawn. */
function threadHere(make: (ledger: IntakeLedger) => Evaluation, delays: readonly number[]): ShareThread {
  let tell: (told: Told) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  let sent = 0;
  const afterTurns = async (): Promise<void> => {
    for (let turn = delays[sent++ % delays.length] ?? 0; turn >= 0; turn -= 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const inOrder = <T>(take: (value: T) => void): ((value: T) => void) => {
    let before: Promise<void> = Promise.resolve();
    return (value) => {
      const copy = structuredClone(value);
      before = before.then(afterTurns).then(() => take(copy));
    };
  };
  const share = new EvaluationShare(
    make,
    inOrder<Told>((told) => tell(told)),
  );
  return {
    send: inOrder<Asked>((asked) => void share.answer(asked).catch(failed)),
    listen: (listener, whenFailed) => {
      tell = listener;
      failed = whenFailed;
    },
    end: () => Promise.resolve(),
  };
}

/** All that an evaluation says of batches of lines. */
async function saidBy(make: (tellRefused: (text: string) => void) => LineEvaluation, batches: readonly string[][]) {
  const refused: string[] = [];
  const evaluation = make((text) => refused.push(text));
  let number = 0;
  for (const batch of batches) {
    const lines = batch.map((text) => ({ number: (number += 1), incoming: { text } }));
    await evaluation.take({ file: 'events', lines });
  }
  let text = '';
  for await (const written of evaluation.decisions()) text += Buffer.from(written.bytes).toString();
  return { text, refused, summary: evaluation.counts.summary(number), setAside: evaluation.setAside };
}

test('spread over any number of threads, the same lines give the same receipts and decisions, byte for byte', async () => {
  let tangled = 0;
  await fc.assert(
    fc.asyncProperty(
      anyEvents,
      anyTangle,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }),
      anyAsOf,
      fc.boolean(),
      async (events, tangle, sizes, threads, delays, asOf, showCpr) => {
        const batches = inBatches(linesOf(events, tangle), sizes);
        const make = evaluationOf(asOf, showCpr);
        const alone = await saidBy(
          (tell) =>
            new EvaluationInPlace(make(), new ReceiptCounts(), (receipt, line) =>
              tell(`${line} ${JSON.stringify(receipt)}`),
            ),
          batches,
        );
        const spread = await saidBy(
          (tell) =>
            new SpreadEvaluation(
              Array.from({ length: threads }, () => threadHere(make, delays)),
              new ReceiptCounts(),
              (receipt, line) => tell(`${line} ${JSON.stringify(receipt)}`),
            ),
          batches,
        );

        expect(spread).toEqual(alone);
        if (alone.refused.length > 0) tangled += 1;
      },
    ),
    { numRuns: 300 },
  );

  expect(tangled).toBeGreaterThan(50);
});

test('where a thread breaks off, so does the evaluation, with its reason', async () => {
  const broken: ShareThread = {
    send: () => undefined,
    listen: (_told, failed) => setImmediate(() => failed(new Error('out of memory'))),
    end: () => Promise.resolve(),
  };
  const evaluation = new SpreadEvaluation([broken, broken], new ReceiptCounts(), () => undefined);
  await evaluation.take({ file: 'events', lines: [{ number: 1, incoming: { text: '{}' } }] });

  await expect(evaluation.decisions().next()).rejects.toThrow('out of memory');
});

test('more threads than can be told apart are refused rather than confused', () => {
  const thread: ShareThread = { send: () => undefined, listen: () => undefined, end: () => Promise.resolve() };
  const spread = (count: number) =>
    new SpreadEvaluation(Array(count).fill(thread), new ReceiptCounts(), () => undefined);

  expect(() => spread(33)).toThrow('At most 32 threads');
  expect(spread(32)).toBeInstanceOf(SpreadEvaluation);
});
