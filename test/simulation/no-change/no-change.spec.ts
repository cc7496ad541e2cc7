import type { Cases } from '../../../src/counting/domain/cases';
import { EXACT, PUBLISHED } from '../../support/shown';
import { INDICATORS } from '../intervals/world';
import { arrowsIn, steadyCases, type Arrows } from './arrows';

const SEEDS = [1, 2, 3];
/** In how many of the countries: one has changes enough by short periods, years are few. */
const KINDS = [
  { by: 'year', exit: EXACT, of: 3 },
  { by: 'tertial', exit: EXACT, of: 1 },
  { by: 'quarter', exit: EXACT, of: 1 },
  { by: 'month', exit: EXACT, of: 1 },
  { by: 'year', exit: PUBLISHED, of: 3 },
  { by: 'tertial', exit: PUBLISHED, of: 1 },
  { by: 'quarter', exit: PUBLISHED, of: 1 },
] as const;

describe('in countries in which nothing changes for three years but who reports', () => {
  let countries: readonly Cases[] = [];

  beforeAll(() => {
    countries = SEEDS.map(steadyCases);
  });

  test.each(KINDS)('fewer than 1 %% of units get an arrow, of every indicator, by $by ($exit.view)', async (kind) => {
    const { by, exit, of } = kind;
    const all = new Map<string, Arrows>();
    for (const cases of countries.slice(0, of)) {
      for (const [indicator, { compared, told }] of await arrowsIn(cases, by, exit)) {
        const sum = all.get(indicator) ?? { compared: 0, told: 0 };
        all.set(indicator, { compared: sum.compared + compared, told: sum.told + told });
      }
    }
    expect([...all.keys()].sort()).toEqual(INDICATORS.map(({ key }) => key).sort());
    for (const [indicator, { compared, told }] of all) {
      expect(compared).toBeGreaterThan(150);
      expect({ indicator, told, share: told / compared < 0.01 }).toEqual({ indicator, told, share: true });
    }
  });
});
