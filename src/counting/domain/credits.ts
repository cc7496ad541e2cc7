import { compareCodePoints } from '../../kernel/ordering';
import type { Sector } from '../../kernel/organisation';
import type { Cases } from './cases';
import type { Counting } from './counting';
import type { Contributor, Credit } from './mark';
import { UnitFinder } from './unit-finder';

/**
 * What one organisation or sector is credited with under three rules, since several may have documented the same:
 * `first`: whoever decided it; `shared`: all equally; `any`: each wholly, so that the sum is more than the numerator.
 */
export interface CreditShare<K> {
  readonly credited: K;
  readonly first: number;
  readonly shared: Fraction;
  readonly any: number;
}

/** An exact fraction in lowest terms. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Two organisations of different sectors that documented the same intervention, and of how many pathways. */
export interface Overlap {
  readonly organisations: readonly [Contributor, Contributor];
  readonly count: number;
}

/** Who fulfilled an indicator. */
export interface Credits {
  readonly numerator: number;
  /** Met decisions that several organisations documented, and those that several sectors did. */
  readonly documentedBySeveral: number;
  readonly documentedBySeveralSectors: number;
  /** What `any` counts beyond the numerator: further organisations, and further sectors, of the same decisions. */
  readonly further: { readonly organisations: number; readonly sectors: number };
  readonly sectors: readonly CreditShare<Sector>[];
  readonly organisations: readonly CreditShare<Contributor>[];
  readonly overlaps: readonly Overlap[];
}

/**
 * Credits an indicator's numerator (of those reported) of a period, of one unit or everywhere. Under `first` the shares add up to the
 * numerator; under `shared` their fractions do, exactly (a sector shares what its organisations share); under `any`
 * they add up to the numerator and what `further` says.
 */
export function creditsOf(
  cases: Cases,
  { organisations, period, level, context }: Counting,
  { indicator, unit }: { readonly indicator: string; readonly unit?: string },
): Credits {
  const times = timesOf(cases, { organisations, period, level, context }, indicator, unit);
  const sectors = new Shares<Sector>(({ sector }) => sector);
  const contributors = new Shares<Contributor>((contributor) => contributor);
  const overlaps = new Map<string, { organisations: readonly [Contributor, Contributor]; count: number }>();
  const total = { numerator: 0, several: 0, severalSectors: 0, furtherOrganisations: 0, furtherSectors: 0 };
  for (const [number, count] of times) {
    const credit = cases.credits[number] as Credit;
    total.numerator += count;
    const sectorsIn = new Set(credit.map(({ sector }) => sector)).size;
    if (credit.length > 1) total.several += count;
    if (sectorsIn > 1) total.severalSectors += count;
    total.furtherOrganisations += (credit.length - 1) * count;
    total.furtherSectors += (sectorsIn - 1) * count;
    sectors.add(credit, count);
    contributors.add(credit, count);
    for (const pair of pairsAcrossSectors(credit)) {
      const name = pair.map(({ organisation }) => organisation).join(' ');
      const known = overlaps.get(name);
      if (known === undefined) overlaps.set(name, { organisations: pair, count });
      else known.count += count;
    }
  }
  return {
    numerator: total.numerator,
    documentedBySeveral: total.several,
    documentedBySeveralSectors: total.severalSectors,
    further: { organisations: total.furtherOrganisations, sectors: total.furtherSectors },
    sectors: sectors.inOrder((sector) => sector),
    organisations: contributors.inOrder(({ organisation }) => organisation),
    overlaps: [...overlaps.entries()]
      .sort(([a, x], [b, y]) => y.count - x.count || compareCodePoints(a, b))
      .map(([, overlap]) => overlap),
  };
}

/** How often each credit stands among the met decisions asked about, their windows ended. */
function timesOf(cases: Cases, counting: Counting, indicator: string, unit: string | undefined): Map<number, number> {
  const times = new Map<number, number>();
  const finder = new UnitFinder(cases, counting.level, counting.context, counting.organisations);
  const asked = unit === undefined ? undefined : finder.numberOf(unit);
  const isOpen = cases.marks.map((mark) => mark.isOpen);
  cases.each([indicator], counting.period, (slot, mark, day, _asked, credit) => {
    if (credit === 0 || isOpen[mark] === true || (asked !== undefined && finder.unitOf(slot, day) !== asked)) return;
    times.set(credit, (times.get(credit) ?? 0) + 1);
  });
  return times;
}

/** Shares by whatever is credited: sectors or organisations. */
class Shares<K> {
  private readonly shares = new Map<string, { credited: K; first: number; any: number; parts: Map<number, number> }>();

  constructor(private readonly creditedOf: (contributor: Contributor) => K) {}

  /** Credits a decision, or several alike; one that appears twice (two hospitals, one sector) shares twice. */
  add(credit: Credit, count: number): void {
    const seen = new Set<string>();
    credit.forEach((contributor, at) => {
      const credited = this.creditedOf(contributor);
      const name = typeof credited === 'string' ? credited : contributor.organisation;
      let share = this.shares.get(name);
      if (share === undefined) this.shares.set(name, (share = { credited, first: 0, any: 0, parts: new Map() }));
      if (at === 0) share.first += count;
      if (!seen.has(name)) share.any += count;
      seen.add(name);
      share.parts.set(credit.length, (share.parts.get(credit.length) ?? 0) + count);
    });
  }

  inOrder(nameOf: (credited: K) => string): CreditShare<K>[] {
    return [...this.shares.values()]
      .map(({ credited, first, any, parts }) => ({ credited, first, shared: sumOf(parts), any }))
      .sort((a, b) => b.any - a.any || compareCodePoints(nameOf(a.credited), nameOf(b.credited)));
  }
}

/** The sum of `count` parts of 1/`among` each. */
function sumOf(parts: ReadonlyMap<number, number>): Fraction {
  let sum: Fraction = { numerator: 0, denominator: 1 };
  for (const [among, count] of parts) sum = plus(sum, { numerator: count, denominator: among });
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
