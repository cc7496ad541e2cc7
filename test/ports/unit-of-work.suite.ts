import { randomUUID } from 'node:crypto';
import type { ClinicalEventOf } from '../../src/kernel/clinical-event';
import type { FeedEventStore } from '../../src/ports/feed-event-store';
import type { UnitOfWork } from '../../src/ports/unit-of-work';
import type { OpenedLog } from './event-log.suite';

/** A platform that can make writes land together, with a store and a log to see it by. */
export interface OpenedPlatform extends OpenedLog {
  readonly unit: UnitOfWork;
  readonly feedEvents: FeedEventStore;
  reopen(): Promise<OpenedPlatform>;
}

const status = (id: string): ClinicalEventOf<'registry.feed-status'> => ({
  person: 'municipality:0461',
  kind: 'registry.feed-status',
  source: 'registry:rkkp',
  id,
  recordId: id,
  version: 1,
  status: 'active',
  time: 0,
  receivedAt: 0,
  data: { organisation: 'municipality:0461', state: 'silent', from: '2023-01-01' },
});

const group = (): string => `group-${randomUUID()}`;

/** What `UnitOfWork` promises of a platform whose writes land together. */
export function describeUnitOfWork(name: string, open: () => Promise<OpenedPlatform>): void {
  const write = ({ feedEvents }: OpenedPlatform, ...ids: string[]): Promise<void> => feedEvents.append(ids.map(status));
  const written = async ({ feedEvents }: OpenedPlatform): Promise<string[]> =>
    (await feedEvents.all()).map(({ id }) => id).sort();

  describe(`a unit of work on ${name}`, () => {
    it('is durable when it resolves, and resolves with what the work resolves with', async () => {
      const platform = await open();
      const result = await platform.unit.run(async () => {
        await write(platform, 'one');
        await write(platform, 'two');
        return 'done';
      });
      await platform.close();

      expect(result).toBe('done');
      expect(await written(await platform.reopen())).toEqual(['one', 'two']);
    });

    it('leaves nothing behind when it rejects, and rejects with the work’s own error', async () => {
      const platform = await open();
      await write(platform, 'before');
      const failing = platform.unit.run(async () => {
        await write(platform, 'one');
        throw new TypeError('no');
      });

      await expect(failing).rejects.toThrow(new TypeError('no'));
      await write(platform, 'after');
      expect(await written(platform)).toEqual(['after', 'before']);
    });

    it('sees its own writes, which others see only once it has landed', async () => {
      const platform = await open();
      let seenInside: string[] = [];
      let release = (): void => undefined;
      const isReleased = new Promise<void>((resolve) => (release = resolve));
      let hasWritten = (): void => undefined;
      const isWritten = new Promise<void>((resolve) => (hasWritten = resolve));
      const unit = platform.unit.run(async () => {
        await write(platform, 'one');
        seenInside = await written(platform);
        hasWritten();
        await isReleased;
      });
      await isWritten;
      const seenOutside = await written(platform);
      release();
      await unit;

      expect(seenInside).toEqual(['one']);
      expect(seenOutside).toEqual([]);
      expect(await written(platform)).toEqual(['one']);
    });

    it('runs after the one before it is over', async () => {
      const { unit } = await open();
      const steps: string[] = [];
      const work = (label: string) => async (): Promise<void> => {
        steps.push(`${label} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${label} ends`);
      };
      await Promise.all(['a', 'b', 'c'].map((label) => unit.run(work(label))));

      expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    });

    it('takes no other down that was waiting with it', async () => {
      const platform = await open();
      const run = (label: string): Promise<void> =>
        platform.unit.run(async () => {
          await write(platform, label);
          await platform.log.publish('decisions', [{ key: label, value: { label } }]);
          if (label.startsWith('bad')) throw new Error(label);
        });
      const results = await Promise.allSettled(['good 1', 'bad 1', 'good 2', 'bad 2', 'good 3'].map(run));
      const heard: string[] = [];
      platform.log.subscribe({
        group: group(),
        topic: 'decisions',
        maxBatch: 10,
        handle: async ({ messages }) => void heard.push(...messages.map(({ key }) => key)),
      });
      platform.start();
      await platform.log.settled();

      expect(results.map(({ status: how }) => how)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(await written(platform)).toEqual(['good 1', 'good 2', 'good 3']);
      expect(heard).toEqual(['good 1', 'good 2', 'good 3']);
    });

    it('is part of the unit it is run in', async () => {
      const platform = await open();
      const failing = platform.unit.run(async () => {
        await platform.unit.run(() => write(platform, 'inner'));
        throw new Error('outer');
      });

      await expect(failing).rejects.toThrow('outer');
      expect(await written(platform)).toEqual([]);
    });

    it('publishes nothing when it rejects, and leaves no gap in the log', async () => {
      const platform = await open();
      const offsets: number[] = [];
      const keys: string[] = [];
      platform.log.subscribe({
        group: group(),
        topic: 'decisions',
        maxBatch: 1,
        handle: async ({ messages }) => {
          for (const { offset, key } of messages) {
            offsets.push(offset);
            keys.push(key);
          }
        },
      });
      platform.start();
      const publish = (key: string): Promise<void> => platform.log.publish('decisions', [{ key, value: {} }]);
      await publish('one');
      const failing = platform.unit.run(async () => {
        await publish('two');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await publish('three');
      await platform.log.settled();

      expect(keys).toEqual(['one', 'three']);
      expect(offsets).toEqual([0, 1]);
    });

    it('lands a subscriber’s effects and its offset together or not at all', async () => {
      const first = await open();
      const name = group();
      let attempts = 0;
      const published: string[] = [];
      first.log.subscribe<object>({
        group: name,
        topic: 'clinical-events',
        maxBatch: 2,
        handle: async ({ messages }) => {
          attempts += 1;
          await write(first, ...messages.map(({ key }) => `${key} at attempt ${attempts}`));
          await first.log.publish('decisions', messages);
          if (attempts === 1) throw new Error('after writing');
        },
      });
      first.log.subscribe({
        group: name,
        topic: 'decisions',
        maxBatch: 10,
        handle: async ({ messages }) => void published.push(...messages.map(({ key }) => key)),
      });
      first.start();
      await first.log.publish('clinical-events', [{ key: 'a', value: {} }]);
      await first.log.settled();
      await first.close();
      const second = await first.reopen();
      let cameAgain = 0;
      second.log.subscribe({
        group: name,
        topic: 'clinical-events',
        maxBatch: 2,
        handle: async () => void (cameAgain += 1),
      });
      second.start();
      await second.log.settled();

      expect(await written(second)).toEqual(['a at attempt 2']);
      expect(published).toEqual(['a']);
      expect(cameAgain).toBe(0);
    });
  });
}
