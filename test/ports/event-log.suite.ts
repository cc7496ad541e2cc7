import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { LoggedMessage, Message, Topic } from '../../src/ports/event-log';
import type { AnyBatch, AnyLog } from '../support/any-log';
import { until } from '../support/until';

/** A log that can be started, and opened again with all it held. */
export interface OpenedLog {
  readonly log: AnyLog;
  start(): void;
  close(): Promise<void>;
  reopen(): Promise<OpenedLog>;
}

interface Numbered {
  readonly number: number;
}

const TOPIC: Topic = 'clinical-events';
const group = (): string => `group-${randomUUID()}`;

/** Messages of a few keys, numbered through within each key. */
function messagesOf(keys: readonly string[], each: number): Message[] {
  return Array.from({ length: each }, (_, number) => keys.map((key) => ({ key, value: { number } }))).flat();
}

/** Subscribes a new group that writes down what it gets. */
function listen(log: AnyLog, options: { maxBatch?: number; group?: string; topic?: Topic } = {}) {
  const batches: AnyBatch<Numbered>[] = [];
  log.subscribe<Numbered>({
    group: options.group ?? group(),
    topic: options.topic ?? TOPIC,
    maxBatch: options.maxBatch ?? 1_000,
    handle: async (batch) => void batches.push(batch),
  });
  const messages = (): LoggedMessage<Numbered>[] => batches.flatMap((batch) => batch.messages);
  return { batches, messages, numbersOf: (key: string) => numbersOf(messages(), key) };
}

const numbersOf = (messages: readonly LoggedMessage<Numbered>[], key: string): number[] =>
  messages.filter((message) => message.key === key).map(({ value }) => value.number);

const countTo = (end: number): number[] => Array.from({ length: end }, (_, at) => at);

/** What `EventLog` promises, of any adapter. */
export function describeEventLog(name: string, open: () => Promise<OpenedLog>): void {
  describe(`the event log on ${name}`, () => {
    it('keeps the messages of a key in one partition and in their order', async () => {
      const { log, start } = await open();
      const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
      const all = messagesOf(keys, 30);
      for (let at = 0; at < all.length; at += 11) await log.publish(TOPIC, all.slice(at, at + 11));
      const heard = listen(log, { maxBatch: 7 });
      start();
      await log.settled();

      for (const key of keys) {
        expect(heard.numbersOf(key)).toEqual(countTo(30));
        const offsets = heard.messages().flatMap((message) => (message.key === key ? [message.offset] : []));
        expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
      }
    });

    it.each([63, 64, 65, 128])('hands out messages published in %d portions once each', async (portions) => {
      const { log, start } = await open();
      for (let number = 0; number < portions; number += 1) await log.publish(TOPIC, [{ key: 'a', value: { number } }]);
      const heard = listen(log);
      start();
      await log.settled();

      expect(heard.numbersOf('a')).toEqual(countTo(portions));
    });

    it('hands out batches no larger than asked for, and leaves no offset of any partition out', async () => {
      const { log, start } = await open();
      await log.publish(TOPIC, messagesOf(['a', 'b', 'c', 'd', 'e', 'f'], 25));
      const { batches, messages } = listen(log, { maxBatch: 8 });
      start();
      await log.settled();

      expect(batches.every((batch) => batch.topic === TOPIC && batch.messages.length <= 8)).toBe(true);
      expect(messages()).toHaveLength(150);
      // Each partition is counted from 0: whichever has an offset has all before it.
      const partitionsWith = (offset: number): number => messages().filter((one) => one.offset === offset).length;
      const counts = countTo(150).map(partitionsWith);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    });

    it('brings every message to every group of its topic and to no other', async () => {
      const { log, start } = await open();
      const [one, other] = [listen(log), listen(log)];
      const elsewhere = listen(log, { topic: 'decisions' });
      start();
      await log.publish(TOPIC, messagesOf(['a', 'b'], 5));
      await log.settled();

      for (const heard of [one, other]) {
        expect(heard.numbersOf('a')).toEqual(countTo(5));
        expect(heard.numbersOf('b')).toEqual(countTo(5));
      }
      expect(elsewhere.batches).toEqual([]);
    });

    it('brings a group that is new what was published before it', async () => {
      const { log, start } = await open();
      start();
      await log.publish(TOPIC, messagesOf(['a'], 5));
      const heard = listen(log);
      await log.settled();

      expect(heard.numbersOf('a')).toEqual(countTo(5));
    });

    it('brings a batch again when its subscriber failed, and nothing of what comes after it before that', async () => {
      const { log, start } = await open();
      const batches: AnyBatch<Numbered>[] = [];
      log.subscribe<Numbered>({
        group: group(),
        topic: TOPIC,
        maxBatch: 4,
        handle: async (batch) => {
          batches.push(batch);
          if (batches.length <= 2) throw new Error('not yet');
        },
      });
      await log.publish(TOPIC, messagesOf(['a'], 10));
      start();
      await log.settled();

      const [first, second, third, ...others] = batches.map(({ messages }) => messages);
      expect(second).toEqual(first);
      expect(third).toEqual(first);
      expect(numbersOf([...(third ?? []), ...others.flat()], 'a')).toEqual(countTo(10));
    });

    it('lets a subscriber that fails neither fail the publisher nor hold up another group', async () => {
      const { log, start } = await open();
      let isBroken = true;
      let attempts = 0;
      log.subscribe({
        group: group(),
        topic: TOPIC,
        maxBatch: 10,
        handle: async () => {
          attempts += 1;
          if (isBroken) throw new Error('broken');
        },
      });
      const heard = listen(log);
      start();

      await expect(log.publish(TOPIC, messagesOf(['a'], 5))).resolves.toBeUndefined();
      await until('the sound group has heard all', () => heard.messages().length === 5);
      await expect(log.publish(TOPIC, messagesOf(['b'], 5))).resolves.toBeUndefined();
      await until('the broken group was asked again', () => attempts > 1);
      isBroken = false;
      await log.settled();
      expect(heard.messages()).toHaveLength(10);
    });

    it('goes on after the last batch a group handled when it is opened again', async () => {
      const first = await open();
      const name = group();
      const before = listen(first.log, { group: name });
      first.start();
      await first.log.publish(TOPIC, messagesOf(['a'], 5));
      await first.log.settled();
      await first.close();
      const second = await first.reopen();
      const after = listen(second.log, { group: name });
      const late = listen(second.log);
      second.start();
      await second.log.publish(TOPIC, [{ key: 'a', value: { number: 5 } }]);
      await second.log.settled();

      expect(before.numbersOf('a')).toEqual(countTo(5));
      expect(after.numbersOf('a')).toEqual([5]);
      expect(late.numbersOf('a')).toEqual(countTo(6));
    });

    it('still has what nobody had come to when it was closed', async () => {
      const first = await open();
      await first.log.publish(TOPIC, messagesOf(['a', 'b'], 3));
      await first.close();
      const { log, start } = await first.reopen();
      const heard = listen(log);
      start();
      await log.settled();

      expect([heard.numbersOf('a'), heard.numbersOf('b')]).toEqual([countTo(3), countTo(3)]);
    });

    it('is settled only when what handling led to is handled too', async () => {
      const { log, start } = await open();
      log.subscribe<Numbered>({
        group: group(),
        topic: TOPIC,
        maxBatch: 3,
        handle: ({ messages }) => log.publish('pathway-changes', messages),
      });
      log.subscribe<Numbered>({
        group: group(),
        topic: 'pathway-changes',
        maxBatch: 3,
        handle: ({ messages }) => log.publish('decisions', messages),
      });
      const heard = listen(log, { topic: 'decisions' });
      start();
      await log.publish(TOPIC, messagesOf(['a', 'b'], 10));
      await log.settled();

      expect(heard.numbersOf('a')).toEqual(countTo(10));
      expect(heard.numbersOf('b')).toEqual(countTo(10));
    });

    it('gives values back as they were said', async () => {
      const { log, start } = await open();
      const value = { text: 'æøå 😀 "\\\n\u0000', list: [1, -0.5, 1e21, null, true], deep: { '': {} } };
      const heard = listen(log);
      start();
      await log.publish(TOPIC, [{ key: 'ключ 😀', value }]);
      await log.settled();

      expect(heard.messages().map((message) => [message.key, message.value])).toEqual([['ключ 😀', value]]);
    });

    it('gives each key the same sequence however its messages are cut into publications', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }), { minLength: 1, maxLength: 12 }),
          fc.integer({ min: 1, max: 5 }),
          async (publications, maxBatch) => {
            const { log, start, close } = await open();
            const heard = listen(log, { maxBatch });
            const next: Record<string, number> = { a: 0, b: 0, c: 0 };
            start();
            await Promise.all(
              publications.map((keys) =>
                log.publish(
                  TOPIC,
                  keys.map((key) => ({ key, value: { number: next[key]!++ } })),
                ),
              ),
            );
            await log.settled();
            await close();
            for (const key of ['a', 'b', 'c']) expect(heard.numbersOf(key)).toEqual(countTo(next[key]!));
          },
        ),
        { numRuns: 15 },
      );
    });
  });
}
