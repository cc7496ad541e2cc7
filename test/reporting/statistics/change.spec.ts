import { changeOf, fisherExact, meaningOf } from '../../../src/counting/domain/statistics/change';
import { ALIKE } from '../../../src/counting/domain/statistics/composition';
import { isTooFew, type Proportion } from '../../../src/counting/domain/statistics/proportion';
import { createRandom, type Random } from '../../../src/synthetic/random';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

const told = (now: Proportion, before: Proportion, fewest: number, composition = ALIKE) =>
  changeOf(now, before, { fewest, composition: () => composition });

const SIZES = [
  [4, 4],
  [12, 30],
  [50, 50],
  [200, 180],
  [1000, 1100],
] as const;
const SHARES = [0.02, 0.1, 0.3, 0.5, 0.75, 0.9, 0.97];

/** One unit's two periods, each patient met with the same or another probability. */
function draw(random: Random, size: number, share: number) {
  let numerator = 0;
  for (let patient = 0; patient < size; patient += 1) if (random.chance(share)) numerator += 1;
  return of(numerator, size);
}

describe('A change', () => {
  describe('is tested by Fisher’s exact test, whose p-value is the published one', () => {
    it('for the lady tasting tea: 0.4857 (R, fisher.test)', () => {
      expect(fisherExact(of(3, 4), of(1, 4))).toBeCloseTo(34 / 70, 12);
    });

    it('for Johansen’s twins in Fisher (1962): 0.0005367 (R, fisher.test)', () => {
      expect(Number(fisherExact(of(2, 17), of(10, 13)).toFixed(7))).toBe(0.0005367);
    });
  });

  it('has the p-value that adding up whole tables in whole numbers gives', () => {
    const random = createRandom(4, 0);
    for (let times = 0; times < 300; times += 1) {
      const [a, b] = [random.int(1, 40), random.int(1, 40)];
      const [now, before] = [of(random.int(0, a), a), of(random.int(0, b), b)];
      expect(fisherExact(now, before)).toBeCloseTo(fisherInWholeNumbers(now, before), 10);
    }
  });

  it('is higher or lower when chance at 99.8 % cannot explain it, else none', () => {
    expect(told(of(800, 1000), of(700, 1000), 1)).toBe('higher');
    expect(told(of(700, 1000), of(800, 1000), 1)).toBe('lower');
    expect(told(of(80, 100), of(70, 100), 1)).toBe('none');
    expect(told(of(5, 5), of(5, 5), 1)).toBe('none');
  });

  it('stands at 99.8 %: 7 of 7 against 0 of 7 is a change (p = 0.0006), 6 of 6 against 0 of 6 none (p = 0.0022)', () => {
    expect(fisherExact(of(7, 7), of(0, 7))).toBeCloseTo(2 / 3432, 12);
    expect(told(of(7, 7), of(0, 7), 1)).toBe('higher');
    expect(told(of(6, 6), of(0, 6), 1)).toBe('none');
  });

  it('is none while that others are heard than before explains it together with chance, as sure as that is known', () => {
    const apart = (points: number, freedom: number) => ({ variance: (points / 100) ** 2, freedom });
    expect(told(of(800, 1000), of(700, 1000), 1, apart(2, 20))).toBe('higher');
    expect(told(of(800, 1000), of(700, 1000), 1, apart(4, 20))).toBe('none');
    expect(told(of(800, 1000), of(700, 1000), 1, apart(2, 1))).toBe('none');
  });

  it('is not told when nothing was decided in one of the two', () => {
    expect(told(of(0, 0), of(3, 5), 1)).toBeNull();
    expect(told(of(3, 5), of(0, 0), 1)).toBeNull();
  });

  it('is not told of fewer than the setting says, however clear it looks', () => {
    expect(told(of(9, 9), of(0, 100), 10)).toBeNull();
    expect(told(of(100, 100), of(0, 9), 10)).toBeNull();
    expect(told(of(10, 10), of(0, 10), 10)).toBe('higher');
  });

  it('is not told of what is no more than a bound, nor of a bound that rests on too few', () => {
    const bound = { ...of(25, 447), restsOn: 40 };
    expect(told(bound, of(42, 89), 10)).toBeNull();
    expect(told(of(42, 89), bound, 10)).toBeNull();
    expect(isTooFew(bound, 10)).toBe(false);
    expect(isTooFew({ ...bound, restsOn: 9 }, 10)).toBe(true);
  });

  it('is better or worse as the target has it', () => {
    expect(meaningOf('higher', { direction: 'at-least' })).toBe('better');
    expect(meaningOf('higher', { direction: 'at-most' })).toBe('worse');
    expect(meaningOf('lower', { direction: 'at-least' })).toBe('worse');
    expect(meaningOf('lower', { direction: 'at-most' })).toBe('better');
    expect(meaningOf('none', { direction: 'at-most' })).toBe('none');
  });

  it('gives fewer than 1 % of units an arrow when nothing changed, at every size and share (28,000 simulated units)', () => {
    const random = createRandom(20_230_101, 0);
    const rates: { name: string; rate: number }[] = [];
    const each = 800;
    let arrows = 0;
    for (const [now, before] of SIZES) {
      for (const share of SHARES) {
        let called = 0;
        for (let unit = 0; unit < each; unit += 1) {
          if (told(draw(random, now, share), draw(random, before, share), 1) !== 'none') called += 1;
        }
        rates.push({ name: `${String(now)} and ${String(before)} at ${String(share)}`, rate: called / each });
        arrows += called;
      }
    }
    expect(rates.filter(({ rate }) => rate >= 0.01)).toEqual([]);
    expect(arrows / (each * rates.length)).toBeLessThan(0.002);
  });

  it('gives an arrow in at most 0.2 % of cases, counted exactly over every outcome of small units', () => {
    for (const [a, b] of [
      [8, 8],
      [15, 10],
      [25, 25],
    ] as const) {
      for (const share of SHARES) {
        let called = 0;
        for (let now = 0; now <= a; now += 1) {
          for (let before = 0; before <= b; before += 1) {
            if (told(of(now, a), of(before, b), 1) === 'none') continue;
            called += probabilityOf(now, a, share) * probabilityOf(before, b, share);
          }
        }
        expect(called).toBeLessThanOrEqual(0.002);
      }
    }
  });

  it('finds a real change: 60 % to 75 % is found in more than 90 of 100 units with 400 patients a year', () => {
    const random = createRandom(7, 0);
    const found = Array.from({ length: 400 }, () => told(draw(random, 400, 0.75), draw(random, 400, 0.6), 1));
    expect(found.filter((change) => change === 'higher').length).toBeGreaterThan(0.9 * 400);
    expect(found.filter((change) => change === 'lower')).toEqual([]);
  });
});

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let at = 1; at <= k; at += 1) result = (result * BigInt(n - k + at)) / BigInt(at);
  return result;
}

const probabilityOf = (k: number, n: number, p: number): number => Number(choose(n, k)) * p ** k * (1 - p) ** (n - k);

interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/** Fisher's two-sided p-value with whole numbers of tables, so that ties are exact. */
function fisherInWholeNumbers(a: Counted, b: Counted): number {
  const met = a.numerator + b.numerator;
  const tables = (count: number): bigint => choose(a.denominator, count) * choose(b.denominator, met - count);
  let [asRare, all] = [0n, 0n];
  for (let count = Math.max(0, met - b.denominator); count <= Math.min(met, a.denominator); count += 1) {
    all += tables(count);
    if (tables(count) <= tables(a.numerator)) asRare += tables(count);
  }
  return Number((asRare * 10n ** 15n) / all) / 1e15;
}
