import fc from 'fast-check';
import { evaluate, evaluateBatches } from '../support/evaluate';
import type { SourceEvent } from '../support/source-event';
import { anyAsOf, anyEvents } from './random-events';

/** The event as another sender might write it: its members, and those of its data, the other way round. */
const turned = (event: SourceEvent): string =>
  JSON.stringify({
    ...Object.fromEntries(Object.entries(event).reverse()),
    data: Object.fromEntries(Object.entries(event.data).reverse()),
  });

/** How the same events may arrive: in an order, some of them again, cut into batches. */
const anyArrival = fc.record({
  order: fc.array(fc.nat(1_000_000), { minLength: 90, maxLength: 90 }),
  again: fc.array(fc.nat(44), { maxLength: 15 }),
  batchSizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
});

function arrive(
  events: readonly SourceEvent[],
  { order, again, batchSizes }: { order: number[]; again: number[]; batchSizes: number[] },
): string[][] {
  const repeats = again.flatMap((at) => events[at] ?? []);
  const lines = [...events.map((event) => JSON.stringify(event)), ...repeats.map(turned)]
    .map((line, at) => ({ line, at, key: order[at] ?? 0 }))
    .sort((a, b) => a.key - b.key || b.at - a.at)
    .map(({ line }) => line);
  const batches: string[][] = [];
  for (let at = 0, turn = 0; at < lines.length; turn += 1) {
    const size = batchSizes[turn % batchSizes.length] ?? 1;
    batches.push(lines.slice(at, at + size));
    at += size;
  }
  return batches;
}

test('the events made here are sound, and most stories have a pathway', async () => {
  const stories = fc.sample(anyEvents, { numRuns: 150, seed: 7 });
  let withPathway = 0;
  for (const events of stories) {
    const { receipts, decisions } = await evaluate(events, { asOf: '2025-12-31' });
    expect(receipts.filter((receipt) => receipt?.status !== 'accepted')).toEqual([]);
    if (decisions.length > 0) withPathway += 1;
  }

  expect(withPathway).toBeGreaterThan(75);
});

test('any order, repetition and batching of the same events gives the same decisions, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyArrival, anyAsOf, async (events, arrival, asOf) => {
      const asked = { asOf, showCpr: true };
      const { decisions } = await evaluate(events, asked);
      const otherwise = await evaluateBatches(arrive(events, arrival), asked);

      expect(otherwise.decisions.map((decision) => JSON.stringify(decision))).toEqual(
        decisions.map((decision) => JSON.stringify(decision)),
      );
      expect(otherwise.receipts.filter((receipt) => receipt?.status === 'accepted')).toHaveLength(events.length);
    }),
    { numRuns: 400 },
  );
});

test('what is known at a moment does not depend on what came after it', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyAsOf, async (events, asOf) => {
      const knownAt = '2023-06-01T00:00:00Z';
      const known = events.filter(({ time }) => Date.parse(time) <= Date.parse(knownAt));
      const then = await evaluate(known, { asOf });
      const later = await evaluate(events, { asOf, knownAt });

      expect(JSON.stringify(later.decisions)).toBe(JSON.stringify(then.decisions));
    }),
    { numRuns: 200 },
  );
});
