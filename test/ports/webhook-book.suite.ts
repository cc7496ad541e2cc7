import type { Webhook, WebhookBook, WebhookProgress } from '../../src/ports/webhook-book';

const webhook = (id: string, change: Partial<Webhook> = {}): Webhook => ({
  ...{ id, name: 'Journal på Fyn', organisation: 'hospital:330901000016003', url: 'https://ehr.example.org/æ' },
  ...{ mode: 'batch', sealedSecret: 'c2VjcmV0', progress: { revision: 0 } },
  ...change,
});

/** What `WebhookBook` promises, of any adapter. */
export function describeWebhookBook(name: string, open: () => Promise<{ readonly webhookBook: WebhookBook }>): void {
  describe(`the webhook book on ${name}`, () => {
    it('gives back what was added, by id', async () => {
      const { webhookBook: book } = await open();
      const choosy = webhook('w_b', { indicators: ['diet'], unit: 'region:1083', causes: ['facts', 'numbers'] });
      expect(await book.all()).toEqual([]);
      for (const one of [choosy, webhook('w_c'), webhook('w_a')]) expect(await book.add(one)).toBe(true);

      expect(await book.all()).toEqual([webhook('w_a'), choosy, webhook('w_c')]);
      expect(await book.find('w_b')).toEqual(choosy);
      expect(await book.find('w_x')).toBeUndefined();
    });

    it('does not change when one is added again', async () => {
      const { webhookBook: book } = await open();
      await book.add(webhook('w_a'));
      await book.advance('w_a', { revision: 1, place: '7' });

      expect(await book.add(webhook('w_a', { sealedSecret: 'YW5vdGhlcg==' }))).toBe(false);
      expect(await book.all()).toEqual([webhook('w_a', { progress: { revision: 1, place: '7' } })]);
    });

    it('keeps the whole progress, and a later one takes its place whole', async () => {
      const { webhookBook: book } = await open();
      const failure = { times: 2, since: 1_000, at: 3_000, retryAt: 9_000, says: 'Det svarede 503.' };
      const claim = { by: 'et program', until: 7_000 };
      const hold = { at: 3_000, reason: 'failing', says: 'Det svarede 503.' } as const;
      const held: WebhookProgress = { revision: 1, place: '1-2-3', fromDay: '2024-06-30', claim, failure, hold };
      await book.add(webhook('w_a'));

      expect(await book.advance('w_a', held)).toBe(true);
      expect((await book.find('w_a'))?.progress).toEqual(held);
      expect(await book.advance('w_a', { revision: 2 })).toBe(true);
      expect((await book.find('w_a'))?.progress).toEqual({ revision: 2 });
    });

    it('lets exactly one of those who advance from the same revision through', async () => {
      const { webhookBook: book } = await open();
      await book.add(webhook('w_a'));
      const done = await Promise.all(
        [1, 2, 3, 4, 5].map((at) => book.advance('w_a', { revision: 1, place: String(at) })),
      );

      expect(done.filter((advanced) => advanced)).toHaveLength(1);
      expect((await book.find('w_a'))?.progress.place).toBe(String(done.indexOf(true) + 1));
      expect(await book.advance('w_a', { revision: 3, place: '9' })).toBe(false);
    });

    it('does not bring back by advancing what was removed', async () => {
      const { webhookBook: book } = await open();
      await book.add(webhook('w_a'));
      await book.add(webhook('w_b'));

      expect(await book.remove('w_a')).toBe(true);
      expect(await book.remove('w_a')).toBe(false);
      expect(await book.advance('w_a', { revision: 1 })).toBe(false);
      expect(await book.all()).toEqual([webhook('w_b')]);
    });
  });
}
