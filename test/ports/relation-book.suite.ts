import type { RelationBook } from '../../src/ports/relation-book';

/** What `RelationBook` promises, of any adapter. */
export function describeRelationBook(name: string, open: () => Promise<{ readonly relationBook: RelationBook }>): void {
  describe(`what was said of relations on ${name}`, () => {
    it('has its steps in the order of their places, however many there are', async () => {
      const { relationBook: book } = await open();
      const steps = Array.from({ length: 12 }, (_, at) => `step ${at}`);
      for (const [place, step] of steps.entries()) expect(await book.append('p_b', place, step)).toBe(true);
      await book.append('p_a', 0, 'æ');

      expect(await book.find(['p_b'])).toEqual([{ person: 'p_b', steps }]);
      expect(await book.all()).toEqual([
        { person: 'p_a', steps: ['æ'] },
        { person: 'p_b', steps },
      ]);
    });

    it('keeps the first of several steps for the same place', async () => {
      const { relationBook: book } = await open();
      await book.append('p_a', 0, 'first');

      expect(await book.append('p_a', 0, 'second')).toBe(false);
      expect(await book.find(['p_a'])).toEqual([{ person: 'p_a', steps: ['first'] }]);
    });

    it('says nothing of whom nothing was said, and each person once however often they are asked for', async () => {
      const { relationBook: book } = await open();
      await book.append('p_a', 0, 'first');

      expect(await book.find(['p_x'])).toEqual([]);
      expect(await book.find(['p_a', 'p_x', 'p_a'])).toEqual([{ person: 'p_a', steps: ['first'] }]);
    });
  });
}
