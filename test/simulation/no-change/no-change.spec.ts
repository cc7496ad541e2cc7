import type { Cases } from '../../../src/counting/domain/cases';
import { EXACT, PUBLISHED } from '../../support/shown';
import { INDICATORS } from '../intervals/world';
import { arrowsIn, steadyCases, type Arrows } from './arrows';

const SEEDS = [1, 2, 3];
const KINDS = [
  ['year', EXACT],
  ['tertial', EXACT],
  ['quarter', EXACT],
  ['month', EXACT],
  ['year', PUBLISHED],
  ['tertial', PUBLISHED],
  ['quarter', PUBLISHED],
] as const;

describe('in three countries in which nothing changes for three years but who reports', () => {
  let countries: readonly Cases[] = [];

  beforeAll(() => {
    countries = SEEDS.map(steadyCases);
  });

  test.each(KINDS)('fewer than 1 %% of units get an arrow, of every indicator, by %s ($view)', async (by, exit) => {
    const all = new Map<string, Arrows>();
    for (const cases of countries) {
      for (const [indicator, { compared, told }] of await arrowsIn(cases, by, exit)) {
        const sum = all.get(indicator) ?? { compared: 0, told: 0 };
        all.set(indicator, { compared: sum.compared + compared, told: sum.told + told });
      }
    }
    expect([...all.keys()].sort()).toEqual(INDICATORS.map(({ key }) => key).sort());
    for (const [indicator, { compared, told }] of all) {
      expect(compared).toBeGreaterThan(200);
      expect({ indicator, told, share: told / compared < 0.01 }).toEqual({ indicator, told, share: true });
    }
  });
});
