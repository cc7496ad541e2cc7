import type { ProposalStep } from '../../src/kernel/proposal';
import type { DefinitionBook, ProposedSet } from '../../src/ports/definition-book';

const LONG = '{"flips":["æøå 😀 \\u0000","' + 'x'.repeat(300_000) + '"]}';

const set = (id: string, content = '{"a":1}'): ProposedSet => ({
  id,
  content,
  text: `# ${id}: en prøve\nset: x\n`,
  digest: `sha256:${id}`,
});
const step = (
  name: ProposalStep['step'],
  by: string,
  minute: number,
  more: Partial<ProposalStep> = {},
): ProposalStep => ({
  step: name,
  by,
  at: `2024-06-30T12:${String(minute).padStart(2, '0')}:00.000Z`,
  ...more,
});
const proposed = (by: string, minute: number): ProposalStep => step('proposed', by, minute, { note: 'strammere mål' });

/** What `DefinitionBook` promises, of any adapter. */
export function describeDefinitionBook(
  name: string,
  open: () => Promise<{ readonly definitionBook: DefinitionBook }>,
): void {
  describe(`the definition book on ${name}`, () => {
    it('gives a set back byte for byte, however long', async () => {
      const { definitionBook } = await open();
      await definitionBook.propose(set('x/2', LONG), proposed('Anna', 0));

      expect(await definitionBook.find('x/2')).toEqual({ ...set('x/2', LONG), steps: [proposed('Anna', 0)] });
    });

    it('finds nothing under an id that is not there', async () => {
      const { definitionBook } = await open();
      await definitionBook.propose(set('x/2'), proposed('Anna', 0));

      expect(await definitionBook.find('x/3')).toBeUndefined();
      expect(await definitionBook.differenceAt('x/3', 1)).toBeUndefined();
    });

    it('never overwrites a set', async () => {
      const { definitionBook } = await open();

      expect(await definitionBook.propose(set('x/2'), proposed('Anna', 0))).toBe(true);
      expect(await definitionBook.propose(set('x/2', '{"a":2}'), proposed('Bo', 1))).toBe(false);
      expect(await definitionBook.find('x/2')).toEqual({ ...set('x/2'), steps: [proposed('Anna', 0)] });
    });

    it('keeps steps in their order, and with each the difference it showed', async () => {
      const { definitionBook } = await open();
      const tried = step('tried', 'Anna', 1, { difference: 'sha256:d' });
      const triedAgain = step('tried', 'Bo', 2, { difference: 'sha256:e' });
      await definitionBook.propose(set('x/2'), proposed('Anna', 0));
      await definitionBook.add('x/2', tried, 1, LONG);
      await definitionBook.add('x/2', triedAgain, 2, '{"flips":[]}');
      await definitionBook.add('x/2', step('approved', 'Bo', 3), 3);

      expect((await definitionBook.find('x/2'))?.steps).toEqual([
        proposed('Anna', 0),
        tried,
        triedAgain,
        step('approved', 'Bo', 3),
      ]);
      expect(await definitionBook.differenceAt('x/2', 1)).toBe(LONG);
      expect(await definitionBook.differenceAt('x/2', 2)).toBe('{"flips":[]}');
      expect(await definitionBook.differenceAt('x/2', 3)).toBeUndefined();
    });

    it('takes one step to a place and refuses the other', async () => {
      const { definitionBook } = await open();
      await definitionBook.propose(set('x/2'), proposed('Anna', 0));
      const taken = await Promise.all(
        ['Bo', 'Carla', 'David'].map((by, minute) => definitionBook.add('x/2', step('rejected', by, minute), 1)),
      );
      const found = await definitionBook.find('x/2');

      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(found?.steps).toHaveLength(2);
      expect(found?.steps[1]?.by).toBe(['Bo', 'Carla', 'David'][taken.indexOf(true)]);
    });

    it('lists everything in the order it was proposed, without what is long', async () => {
      const { definitionBook } = await open();
      expect(await definitionBook.list()).toEqual([]);
      await definitionBook.propose(set('x/4'), proposed('Anna', 1));
      await definitionBook.propose(set('x/3'), proposed('Anna', 1));
      await definitionBook.propose(set('x/2'), proposed('Bo', 0));
      await definitionBook.add('x/3', step('tried', 'Bo', 5, { difference: 'sha256:d' }), 1, LONG);

      expect(await definitionBook.list()).toEqual([
        { id: 'x/2', digest: 'sha256:x/2', steps: [proposed('Bo', 0)] },
        {
          id: 'x/3',
          digest: 'sha256:x/3',
          steps: [proposed('Anna', 1), step('tried', 'Bo', 5, { difference: 'sha256:d' })],
        },
        { id: 'x/4', digest: 'sha256:x/4', steps: [proposed('Anna', 1)] },
      ]);
    });
  });
}
