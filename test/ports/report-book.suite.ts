import type { FrozenReport, ReportBook, ReportStep } from '../../src/ports/report-book';

const LONG = '{"rows":["æøå 😀 \\u0000","' + 'x'.repeat(300_000) + '"]}';

const report = (id: string, content = '{"a":1}'): FrozenReport => ({
  id,
  question: `{"period":"${id}"}`,
  basis: '{"set":{"title":"Hjerterehabilitering"}}',
  content,
  digest: `sha256:${id}`,
});
const step = (name: ReportStep['step'], by: string, minute: number, note?: string): ReportStep => ({
  step: name,
  by,
  at: `2024-06-30T12:${String(minute).padStart(2, '0')}:00.000Z`,
  ...(note === undefined ? undefined : { note }),
});
const frozen = (by: string, minute: number): ReportStep => step('frozen', by, minute);

/** What `ReportBook` promises, of any adapter. */
export function describeReportBook(name: string, open: () => Promise<{ readonly reportBook: ReportBook }>): void {
  describe(`the report book on ${name}`, () => {
    it('gives a report back byte for byte, however long', async () => {
      const { reportBook } = await open();
      await reportBook.freeze(report('r1', LONG), frozen('Anna', 0));

      expect(await reportBook.find('r1')).toEqual({ ...report('r1', LONG), steps: [frozen('Anna', 0)] });
    });

    it('finds nothing under an id that is not there', async () => {
      const { reportBook } = await open();
      await reportBook.freeze(report('r1'), frozen('Anna', 0));

      expect(await reportBook.find('r2')).toBeUndefined();
    });

    it('never overwrites a report', async () => {
      const { reportBook } = await open();

      expect(await reportBook.freeze(report('r1'), frozen('Anna', 0))).toBe(true);
      expect(await reportBook.freeze(report('r1', '{"a":2}'), frozen('Bo', 1))).toBe(false);
      expect(await reportBook.find('r1')).toEqual({ ...report('r1'), steps: [frozen('Anna', 0)] });
    });

    it('keeps steps in their order, notes and all', async () => {
      const { reportBook } = await open();
      const later = [step('approved', 'Bo', 1), step('published', 'Bo', 2), step('withdrawn', 'Anna', 3, 'en fejl')];
      await reportBook.freeze(report('r1'), frozen('Anna', 0));
      for (const [at, one] of later.entries()) expect(await reportBook.add('r1', one, at + 1)).toBe(true);

      expect((await reportBook.find('r1'))?.steps).toEqual([frozen('Anna', 0), ...later]);
    });

    it('takes one step to a place and refuses the other', async () => {
      const { reportBook } = await open();
      await reportBook.freeze(report('r1'), frozen('Anna', 0));
      const taken = await Promise.all(
        ['Bo', 'Carla', 'David'].map((by, minute) => reportBook.add('r1', step('approved', by, minute), 1)),
      );
      const found = await reportBook.find('r1');

      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(found?.steps).toHaveLength(2);
      expect(found?.steps[1]?.by).toBe(['Bo', 'Carla', 'David'][taken.indexOf(true)]);
    });

    it('lists everything in the order it was frozen, without what is long', async () => {
      const { reportBook } = await open();
      expect(await reportBook.list()).toEqual([]);
      await reportBook.freeze(report('r3'), frozen('Anna', 1));
      await reportBook.freeze(report('r2'), frozen('Anna', 1));
      await reportBook.freeze(report('r9'), frozen('Bo', 0));
      await reportBook.add('r2', step('withdrawn', 'Bo', 5, 'forkert periode'), 1);

      expect(await reportBook.list()).toEqual([
        { id: 'r9', question: report('r9').question, digest: 'sha256:r9', steps: [frozen('Bo', 0)] },
        {
          id: 'r2',
          question: report('r2').question,
          digest: 'sha256:r2',
          steps: [frozen('Anna', 1), step('withdrawn', 'Bo', 5, 'forkert periode')],
        },
        { id: 'r3', question: report('r3').question, digest: 'sha256:r3', steps: [frozen('Anna', 1)] },
      ]);
    });
  });
}
