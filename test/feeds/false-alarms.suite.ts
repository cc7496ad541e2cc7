import { alarmsRaised, drawHistory, type Source } from './simulated-sources';

/** A first year to learn from, a second that is judged at the end of every day. */
const YEARS = { from: '2022-01-01', to: '2023-12-31' } as const;
/** Over two hundred of all sources together; more of each, and the rates told, with FEED_YEARS=200. */
const SEEDED_YEARS = Number(process.env['FEED_YEARS'] ?? 20);

/** Sources that are well raise fewer than one alarm a year each. */
export function describeFalseAlarms(sources: readonly (readonly [name: string, source: Source])[]): void {
  describe.each(sources)('%s', (name, source) => {
    it('raises fewer than one false alarm a year', () => {
      const total = new Map<string, number>();
      for (let seed = 1; seed <= SEEDED_YEARS; seed += 1) {
        const history = drawHistory(source, seed, YEARS);
        for (const [state, count] of alarmsRaised(history, '2023-01-01', '2023-12-31')) {
          total.set(state, (total.get(state) ?? 0) + count);
        }
      }
      const all = [...total.values()].reduce((sum, count) => sum + count, 0);
      if (process.env['FEED_YEARS'] !== undefined) {
        process.stdout.write(`${name}: ${all / SEEDED_YEARS} a source-year ${JSON.stringify([...total])}\n`);
      }

      expect(all / SEEDED_YEARS).toBeLessThan(1);
    });
  });
}
