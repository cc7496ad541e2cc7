import fc from 'fast-check';
import { HandledTogether, type Portion } from './handled-together';

type Call = readonly Portion<number>[];

const messagesOf = (call: Call): readonly (readonly number[])[] => call.map(({ messages }) => messages);

describe('what several partitions bring', () => {
  test('in the same moment is handed on at once', async () => {
    const calls: Call[] = [];
    const together = new HandledTogether<number>(100, async (portions) => void calls.push(portions));
    await Promise.all([together.handle(0, [1, 2]), together.handle(1, [3]), together.handle(2, [4])]);
    expect(calls.map(messagesOf)).toEqual([[[1, 2], [3], [4]]]);
  });

  test('while something is handled waits for it, and goes together then', async () => {
    const calls: Call[] = [];
    let underWay = 0;
    let atMost = 0;
    const later: Promise<void>[] = [];
    const together = new HandledTogether<number>(100, async (portions) => {
      underWay += 1;
      atMost = Math.max(atMost, underWay);
      calls.push(portions);
      if (calls.length === 1) for (const partition of [1, 2]) later.push(together.handle(partition, [partition]));
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    });
    await together.handle(0, [0]);
    await Promise.all(later);
    expect(calls.map(messagesOf)).toEqual([[[0]], [[1], [2]]]);
    expect(atMost).toBe(1);
  });

  test('is never more than may be handled at once', async () => {
    const calls: Call[] = [];
    const together = new HandledTogether<number>(3, async (portions) => void calls.push(portions));
    await Promise.all([together.handle(0, [1, 2]), together.handle(1, [3]), together.handle(2, [4, 5, 6])]);
    expect(calls.map(messagesOf)).toEqual([[[1, 2], [3]], [[4, 5, 6]]]);
  });

  test('fails for the partition whose messages are at fault, and for no other', async () => {
    const kept: number[] = [];
    const together = new HandledTogether<number>(100, async (portions) => {
      const all = portions.flatMap(({ messages }) => messages);
      if (all.includes(3)) throw new Error('three');
      kept.push(...all);
    });
    const outcomes = await Promise.allSettled([
      together.handle(0, [1, 2]),
      together.handle(1, [3]),
      together.handle(2, [4]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept).toEqual([1, 2, 4]);
  });

  test('keeps the order of each partition, whatever fails and however much goes at once', async () => {
    const portions = fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(portions, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (all, most) => {
          const kept = new Map<number, number[]>();
          const together = new HandledTogether<number>(most, async (call) => {
            if (call.some(({ messages }) => messages.includes(7))) throw new Error('seven');
            for (const { partition, messages } of call) {
              kept.set(partition, [...(kept.get(partition) ?? []), ...messages]);
            }
          });
          await Promise.all(
            all.map(async (ofPartition, partition) => {
              for (const messages of ofPartition) await together.handle(partition, messages).catch(() => undefined);
            }),
          );
          for (const [partition, ofPartition] of all.entries()) {
            const sound = ofPartition.filter((messages) => !messages.includes(7)).flat();
            expect(kept.get(partition) ?? []).toEqual(sound);
          }
        },
      ),
    );
  });
});
