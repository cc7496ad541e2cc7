import type { Outcome, OutcomeReason } from '../../kernel/decision';
import { SECTOR_ORDER, type Sector } from '../../kernel/organisation';
import { boundCountsOf, boundsOf, BOUND_COUNTS, type BoundCounts, type Bounds, type RunningBounds } from './bounds';
import type { Mark } from './mark';
import { percentOf } from './percent';
import { intervalOf, type Interval, type KnownIntervals } from './statistics/interval';
import { type IntervalMethod } from '../../kernel/interval-method';

/** Undecided for a reason. */
interface UnknownCount {
  readonly count: number;
  readonly reasons: Readonly<Partial<Record<OutcomeReason, number>>>;
}

/** The share of the numerator one sector decided. */
interface SectorShare {
  readonly sector: Sector;
  readonly numerator: number;
  /** Of the numerator. */
  readonly percent: number | null;
}

/** One indicator counted for one unit. */
export interface Figures {
  /** Met. */
  readonly numerator: number;
  /** Met and not met; the unknown stand beside it (domain.md §8). */
  readonly denominator: number;
  readonly percent: number | null;
  /** 95 % confidence, in percent; null when there is nothing to divide by. */
  readonly interval: Interval | null;
  /** From decisions no source's trouble touched: a rate over what happened to be reported is not a rate. */
  readonly estimate: {
    readonly numerator: number;
    readonly denominator: number;
    readonly percent: number | null;
    readonly interval: Interval | null;
  };
  readonly bounds: Bounds;
  readonly unknown: {
    readonly total: number;
    readonly inDenominator: UnknownCount;
    /** Apart: not even known whether they belong to the denominator. */
    readonly denominatorUnknown: UnknownCount;
  };
  readonly pending: number;
  readonly excluded: number;
  readonly notApplicable: number;
  /** By the sector of the last decisive fact; adds up to the numerator. */
  readonly sectors: readonly SectorShare[];
}

/** Counts decisions of one indicator and one unit. */
export class Tally {
  private readonly outcomes = { met: 0, 'not-met': 0, unknown: 0, pending: 0, excluded: 0, 'not-applicable': 0 };
  private readonly undisturbed = { met: 0, 'not-met': 0 };
  private readonly bounds: RunningBounds = { leastMet: 0, mostMet: 0, leastNotMet: 0, mostNotMet: 0 };
  private readonly bySector = new Map<Sector, number>();
  private readonly inDenominator = new Map<OutcomeReason, number>();
  private readonly denominatorUnknown = new Map<OutcomeReason, number>();

  /** Counts a decision, or several of the same mark. */
  add(mark: Mark, times = 1): void {
    const { outcome, reason, denominatorUnknown, disturbed, sector } = mark;
    this.outcomes[outcome] += times;
    if ((outcome === 'met' || outcome === 'not-met') && !disturbed) this.undisturbed[outcome] += times;
    if (outcome === 'met' && sector !== undefined) addTo(this.bySector, sector, times);
    if (outcome === 'unknown' && reason !== undefined) {
      addTo(denominatorUnknown ? this.denominatorUnknown : this.inDenominator, reason, times);
    }
    this.addBounds(boundCountsOf(mark), times);
  }

  /** Counts all that another tally did. */
  include(other: Tally): void {
    for (const outcome of Object.keys(this.outcomes) as Outcome[]) this.outcomes[outcome] += other.outcomes[outcome];
    this.undisturbed.met += other.undisturbed.met;
    this.undisturbed['not-met'] += other.undisturbed['not-met'];
    this.addBounds(other.bounds, 1);
    for (const [sector, times] of other.bySector) addTo(this.bySector, sector, times);
    for (const [reason, times] of other.inDenominator) addTo(this.inDenominator, reason, times);
    for (const [reason, times] of other.denominatorUnknown) addTo(this.denominatorUnknown, reason, times);
  }

  /** The figures of what was counted so far. */
  figures(method: IntervalMethod = 'exact', known?: KnownIntervals): Figures {
    const { met, unknown, pending, excluded } = this.outcomes;
    const denominator = met + this.outcomes['not-met'];
    const intervals = { method, ...(known === undefined ? undefined : { known }) };
    const undisturbed = this.undisturbed.met + this.undisturbed['not-met'];
    return {
      numerator: met,
      denominator,
      percent: percentOf(met, denominator),
      interval: intervalOf(met, denominator, intervals),
      estimate: {
        numerator: this.undisturbed.met,
        denominator: undisturbed,
        percent: percentOf(this.undisturbed.met, undisturbed),
        interval: intervalOf(this.undisturbed.met, undisturbed, intervals),
      },
      bounds: boundsOf(this.bounds),
      unknown: {
        total: unknown,
        inDenominator: countOf(this.inDenominator),
        denominatorUnknown: countOf(this.denominatorUnknown),
      },
      pending,
      excluded,
      notApplicable: this.outcomes['not-applicable'],
      sectors: SECTOR_ORDER.flatMap((sector) => {
        const numerator = this.bySector.get(sector) ?? 0;
        return numerator === 0 ? [] : [{ sector, numerator, percent: percentOf(numerator, met) }];
      }),
    };
  }

  private addBounds(counts: BoundCounts, times: number): void {
    for (const name of BOUND_COUNTS) this.bounds[name] += times * counts[name];
  }
}

function addTo<K>(counts: Map<K, number>, key: K, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

function countOf(reasons: ReadonlyMap<OutcomeReason, number>): UnknownCount {
  const sorted = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1));
  return { count: sorted.reduce((sum, [, count]) => sum + count, 0), reasons: Object.fromEntries(sorted) };
}
