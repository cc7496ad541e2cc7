import type { Subscription, SubscriptionBook, SubscriptionProgress } from '../../src/ports/subscription-book';

const subscription = (id: string, change: Partial<Subscription> = {}): Subscription => ({
  ...{ id, unit: 'municipality:0461', period: 'month', formats: ['csv', 'xlsx'], language: 'da' },
  ...{ schedule: '0 6 5 * *', delivery: { kind: 'mail', to: ['æ@example.org'] } },
  progress: { revision: 0, doneThrough: 1_000 },
  ...change,
});

/** What `SubscriptionBook` promises, of any adapter. */
export function describeSubscriptionBook(
  name: string,
  open: () => Promise<{ readonly subscriptionBook: SubscriptionBook }>,
): void {
  describe(`the subscription book on ${name}`, () => {
    it('gives back what was added, by id', async () => {
      const { subscriptionBook: book } = await open();
      const folder = subscription('s_b', { delivery: { kind: 'folder', folder: 'odense' }, unit: 'denmark' });
      expect(await book.all()).toEqual([]);
      for (const one of [folder, subscription('s_c'), subscription('s_a')]) expect(await book.add(one)).toBe(true);

      expect(await book.all()).toEqual([subscription('s_a'), folder, subscription('s_c')]);
      expect(await book.find('s_b')).toEqual(folder);
      expect(await book.find('s_x')).toBeUndefined();
    });

    it('does not change when one is added again', async () => {
      const { subscriptionBook: book } = await open();
      await book.add(subscription('s_a'));
      await book.advance('s_a', { revision: 1, doneThrough: 5_000 });

      expect(await book.add(subscription('s_a', { unit: 'denmark' }))).toBe(false);
      expect(await book.all()).toEqual([subscription('s_a', { progress: { revision: 1, doneThrough: 5_000 } })]);
    });

    it('keeps the whole progress, and a later one takes its place whole', async () => {
      const { subscriptionBook: book } = await open();
      const failure = { times: 2, at: 3_000, retryAt: 9_000, says: 'ENOSPC: disken er fuld' };
      const claimed: SubscriptionProgress = { revision: 1, doneThrough: 2_000, claimedUntil: 7_000, failure };
      await book.add(subscription('s_a'));

      expect(await book.advance('s_a', claimed)).toBe(true);
      expect((await book.find('s_a'))?.progress).toEqual(claimed);
      expect(await book.advance('s_a', { revision: 2, doneThrough: 3_000 })).toBe(true);
      expect((await book.find('s_a'))?.progress).toEqual({ revision: 2, doneThrough: 3_000 });
    });

    it('lets exactly one of those who advance from the same revision through', async () => {
      const { subscriptionBook: book } = await open();
      await book.add(subscription('s_a'));
      const done = await Promise.all(
        [1, 2, 3, 4, 5].map((at) => book.advance('s_a', { revision: 1, doneThrough: at })),
      );

      expect(done.filter((advanced) => advanced)).toHaveLength(1);
      expect((await book.find('s_a'))?.progress.doneThrough).toBe(done.indexOf(true) + 1);
      expect(await book.advance('s_a', { revision: 3, doneThrough: 9 })).toBe(false);
    });

    it('does not bring back by advancing what was removed', async () => {
      const { subscriptionBook: book } = await open();
      await book.add(subscription('s_a'));
      await book.add(subscription('s_b'));

      expect(await book.remove('s_a')).toBe(true);
      expect(await book.remove('s_a')).toBe(false);
      expect(await book.advance('s_a', { revision: 1, doneThrough: 5 })).toBe(false);
      expect(await book.all()).toEqual([subscription('s_b')]);
    });
  });
}
