import { compareCodePoints } from '../../kernel/ordering';
import type { Sector } from '../../kernel/organisation';
import type { Cases } from './cases';
import type { Counting } from './counting';
import type { KeyedCount } from './keyed-count';
import { KeyedCounter } from './keyed-counter';
import type { Contributor, Credit } from './mark';
import { UnitFinder } from './unit-finder';

/**
 * What one organisation or sector is credited with under three rules, since several may have documented the same:
 * `first`: whoever decided it; `shared`: all equally; `any`: each wholly, so that the sum is more than the numerator.
 * `N`: counts as they were let out.
 */
interface CreditShare<K, N extends number = number> {
  readonly credited: K;
  readonly first: N;
  readonly shared: Fraction;
  readonly any: N;
}

/** An exact fraction in lowest terms. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Two organisations of different sectors that documented the same intervention, and of how many pathways. */
interface Overlap<N extends number = number> {
  readonly organisations: readonly [Contributor, Contributor];
  readonly count: N;
}

/** Who fulfilled an indicator. */
export interface Credits<N extends number = number> {
  readonly numerator: N;
  /** Met decisions that several organisations documented, and those that several sectors did. */
  readonly documentedBySeveral: N;
  readonly documentedBySeveralSectors: N;
  /** What `any` counts beyond the numerator: further organisations, and further sectors, of the same decisions. */
  readonly further: { readonly organisations: number; readonly sectors: number };
  readonly sectors: readonly CreditShare<Sector, N>[];
  readonly organisations: readonly CreditShare<Contributor, N>[];
  readonly overlaps: readonly Overlap<N>[];
}

/**
 * Credits an indicator's numerator (of those reported) of a period, of one unit or everywhere; `read` says what becomes of each count. Where
 * every count is read as it is, the shares under `first` add up to the numerator; under `shared` their fractions do,
 * exactly (a sector shares what its organisations share); under `any` they add up to the numerator and what `further`
 * says. Whoever is read as nothing under every rule is left out.
 */
export function creditsOf<N extends number>(
  cases: Cases,
  { organisations, period, level, context }: Counting,
  { indicator, unit }: { readonly indicator: string; readonly unit?: string },
  read: (cell: KeyedCount) => N,
): Credits<N> {
  const times = timesOf(cases, { organisations, period, level, context }, indicator, unit);
  const sectors = new Shares<Sector>(({ sector }) => sector);
  const contributors = new Shares<Contributor>((contributor) => contributor);
  const overlaps = new KeyedCounter();
  const pairs = new Map<string, readonly [Contributor, Contributor]>();
  const organisationsIn = new KeyedCounter<number>();
  const sectorsIn = new KeyedCounter<number>();
  const totals = new KeyedCounter<'met' | 'several' | 'several sectors'>();
  for (const [number, cell] of times.entries()) {
    const credit = cases.credits[number] as Credit;
    const numberOfSectors = new Set(credit.map(({ sector }) => sector)).size;
    totals.add('met', cell);
    if (credit.length > 1) totals.add('several', cell);
    if (numberOfSectors > 1) totals.add('several sectors', cell);
    organisationsIn.add(credit.length, cell);
    sectorsIn.add(numberOfSectors, cell);
    sectors.add(credit, cell);
    contributors.add(credit, cell);
    for (const pair of pairsAcrossSectors(credit)) {
      const name = pair.map(({ organisation }) => organisation).join(' ');
      pairs.set(name, pair);
      overlaps.add(name, cell);
    }
  }
  return {
    numerator: read(totals.of('met')),
    documentedBySeveral: read(totals.of('several')),
    documentedBySeveralSectors: read(totals.of('several sectors')),
    further: { organisations: furtherIn(organisationsIn, read), sectors: furtherIn(sectorsIn, read) },
    sectors: sectors.inOrder((sector) => sector, read),
    organisations: contributors.inOrder(({ organisation }) => organisation, read),
    overlaps: [...overlaps.entries()]
      .map(([name, cell]) => ({ name, count: read(cell) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || compareCodePoints(a.name, b.name))
      .map(({ name, count }) => ({ organisations: pairs.get(name) as readonly [Contributor, Contributor], count })),
  };
}

/** How many there are beyond the first of each, by how many have so many. */
function furtherIn(counted: KeyedCounter<number>, read: (cell: KeyedCount) => number): number {
  let sum = 0;
  for (const [many, cell] of counted.entries()) if (many > 1) sum += (many - 1) * read(cell);
  return sum;
}

/** How often each credit stands among the met decisions asked about, their windows ended. */
function timesOf(cases: Cases, counting: Counting, indicator: string, unit: string | undefined): KeyedCounter<number> {
  const times = new KeyedCounter<number>();
  const finder = new UnitFinder(cases, counting.level, counting.context, counting.organisations);
  const asked = unit === undefined ? undefined : finder.numberOf(unit);
  const isOpen = cases.marks.map((mark) => mark.isOpen);
  cases.each([indicator], counting.period, (slot, mark, day, _asked, credit) => {
    if (credit === 0 || isOpen[mark] === true || (asked !== undefined && finder.unitOf(slot, day) !== asked)) return;
    times.add(credit, { count: 1, key: cases.keyAt(slot) });
  });
  return times;
}

interface RunningShare<K> {
  readonly credited: K;
  readonly rules: KeyedCounter<'first' | 'any'>;
  /** Decisions shared in, by among how many. */
  readonly parts: KeyedCounter<number>;
}

/** Shares by whatever is credited: sectors or organisations. */
class Shares<K> {
  private readonly shares = new Map<string, RunningShare<K>>();

  constructor(private readonly creditedOf: (contributor: Contributor) => K) {}

  /** Credits decisions that are alike; one that appears twice (two hospitals, one sector) shares twice. */
  add(credit: Credit, cell: KeyedCount): void {
    const seen = new Set<string>();
    credit.forEach((contributor, at) => {
      const credited = this.creditedOf(contributor);
      const name = typeof credited === 'string' ? credited : contributor.organisation;
      let share = this.shares.get(name);
      if (share === undefined) {
        share = { credited, rules: new KeyedCounter(), parts: new KeyedCounter() };
        this.shares.set(name, share);
      }
      if (at === 0) share.rules.add('first', cell);
      if (!seen.has(name)) share.rules.add('any', cell);
      seen.add(name);
      share.parts.add(credit.length, cell);
    });
  }

  inOrder<N extends number>(nameOf: (credited: K) => string, read: (cell: KeyedCount) => N): CreditShare<K, N>[] {
    return [...this.shares.values()]
      .map(({ credited, rules, parts }) => ({
        credited,
        first: read(rules.of('first')),
        shared: sumOf(parts, read),
        any: read(rules.of('any')),
      }))
      .filter(({ first, shared, any }) => first + shared.numerator + any > 0)
      .sort((a, b) => b.any - a.any || compareCodePoints(nameOf(a.credited), nameOf(b.credited)));
  }
}

/** The sum of `count` parts of 1/`among` each. */
function sumOf(parts: KeyedCounter<number>, read: (cell: KeyedCount) => number): Fraction {
  let sum: Fraction = { numerator: 0, denominator: 1 };
  for (const [among, cell] of parts.entries()) sum = plus(sum, { numerator: read(cell), denominator: among });
  return sum;
}

/** The sum of two fractions in lowest terms. */
export function plus(a: Fraction, b: Fraction): Fraction {
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
  const denominator = a.denominator * b.denominator;
  const divisor = greatestDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : greatestDivisor(b, a % b);
}

function pairsAcrossSectors(credit: Credit): (readonly [Contributor, Contributor])[] {
  const sorted = [...credit].sort((a, b) => compareCodePoints(a.organisation, b.organisation));
  return sorted.flatMap((a, at) =>
    sorted.slice(at + 1).flatMap((b) => (a.sector === b.sector ? [] : [[a, b] as const])),
  );
}
