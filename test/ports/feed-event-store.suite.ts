import type { ClinicalEventOf } from '../../src/kernel/clinical-event';
import type { FeedEventStore } from '../../src/ports/feed-event-store';

export const feedEvent = (
  id: string,
  receivedAt: number,
  source = 'registry:rkkp',
): ClinicalEventOf<'registry.feed-status'> => ({
  person: 'municipality:0461',
  kind: 'registry.feed-status',
  source,
  id,
  recordId: 'f1',
  version: 1,
  status: 'active',
  time: 1_000,
  receivedAt,
  data: { organisation: 'municipality:0461', state: 'not-connected', from: '2023-01-01', to: '2023-06-30' },
});

const ordered = <T>(events: readonly T[]): string[] => events.map((one) => JSON.stringify(one)).sort();

/** What `FeedEventStore` promises, of any adapter. */
export function describeFeedEventStore(
  name: string,
  open: () => Promise<{ readonly feedEvents: FeedEventStore }>,
): void {
  describe(`the feed events on ${name}`, () => {
    it('loads all that were appended, as they were', async () => {
      const { feedEvents } = await open();
      expect(await feedEvents.all()).toEqual([]);
      await feedEvents.append([feedEvent('1', 5), feedEvent('2', 5)]);
      await feedEvents.append([feedEvent('3', 5)]);

      expect(ordered(await feedEvents.all())).toEqual(
        ordered([feedEvent('1', 5), feedEvent('2', 5), feedEvent('3', 5)]),
      );
    });

    it('does not change when events are appended again, in any batches', async () => {
      const { feedEvents } = await open();
      const all = [feedEvent('1', 5), feedEvent('2', 5), feedEvent('3', 5)];
      for (const batch of [all, all.slice(1), [...all, ...all], []]) await feedEvents.append(batch);

      expect(ordered(await feedEvents.all())).toEqual(ordered(all));
    });

    it('tells what came after a stamp, and the same stamp while nothing comes', async () => {
      const { feedEvents } = await open();
      await feedEvents.append([feedEvent('1', 5), feedEvent('2', 5)]);
      const stamp = await feedEvents.stamp();
      await feedEvents.append([feedEvent('1', 5)]);
      expect(await feedEvents.stamp()).toBe(stamp);
      expect(await feedEvents.since(stamp)).toEqual([]);
      await feedEvents.append([feedEvent('3', 5)]);

      expect(await feedEvents.stamp()).not.toBe(stamp);
      expect((await feedEvents.since(stamp)).map(({ id }) => id)).toContain('3');
      expect(ordered(await feedEvents.since(0))).toEqual(ordered(await feedEvents.all()));
    });

    it('keeps every event where it is known again and looked for', async () => {
      const { feedEvents } = await open();
      await feedEvents.append([feedEvent('1', 5), feedEvent('2', 5)]);
      await feedEvents.append([feedEvent('1', 5), feedEvent('1', 4), feedEvent('3', 5)]);

      expect(await feedEvents.misfiled()).toEqual([]);
    });

    it('keeps the same event once for each moment it was received at, and the same id of two sources apart', async () => {
      const { feedEvents } = await open();
      const all = [feedEvent('1', 5), feedEvent('1', 4), feedEvent('1', 5, 'registry:other')];
      await feedEvents.append(all);

      expect(ordered(await feedEvents.all())).toEqual(ordered(all));
    });
  });
}
