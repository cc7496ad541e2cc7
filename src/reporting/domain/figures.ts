import type { OutcomeReason } from '../../kernel/decision';
import type { Sector } from '../../kernel/organisation';
import type { Mark } from './counted-decision';
import { percentOf } from './percent';

/** Undecided for a reason. */
export interface UnknownCount {
  readonly count: number;
  readonly reasons: Readonly<Partial<Record<OutcomeReason, number>>>;
}

/** The share of the numerator one sector decided. */
export interface SectorShare {
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
  /** From decisions no source's trouble touched: a rate over what happened to be reported is not a rate. */
  readonly estimate: { readonly numerator: number; readonly denominator: number; readonly percent: number | null };
  /** Over met, not met and unknown together: as if every unknown one had failed, and as if every one had been met. */
  readonly bounds: { readonly lower: number | null; readonly upper: number | null };
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

const SECTOR_ORDER: readonly Sector[] = [
  'hospital',
  'municipality',
  'general-practice',
  'laboratory',
  'pharmacy',
  'patient',
];

/** Counts decisions of one indicator and one unit. */
export class Tally {
  private readonly outcomes = { met: 0, 'not-met': 0, unknown: 0, pending: 0, excluded: 0, 'not-applicable': 0 };
  private readonly undisturbed = { met: 0, 'not-met': 0 };
  private readonly bySector = new Map<Sector, number>();
  private readonly inDenominator = new Map<OutcomeReason, number>();
  private readonly denominatorUnknown = new Map<OutcomeReason, number>();

  add({ outcome, reason, denominatorUnknown, disturbed, sector }: Mark): void {
    this.outcomes[outcome] += 1;
    if ((outcome === 'met' || outcome === 'not-met') && !disturbed) this.undisturbed[outcome] += 1;
    if (outcome === 'met' && sector !== undefined) addOne(this.bySector, sector);
    if (outcome === 'unknown' && reason !== undefined) {
      addOne(denominatorUnknown ? this.denominatorUnknown : this.inDenominator, reason);
    }
  }

  figures(): Figures {
    const { met, unknown, pending, excluded } = this.outcomes;
    const denominator = met + this.outcomes['not-met'];
    const undisturbed = this.undisturbed.met + this.undisturbed['not-met'];
    return {
      numerator: met,
      denominator,
      percent: percentOf(met, denominator),
      estimate: {
        numerator: this.undisturbed.met,
        denominator: undisturbed,
        percent: percentOf(this.undisturbed.met, undisturbed),
      },
      bounds: {
        lower: percentOf(met, denominator + unknown),
        upper: percentOf(met + unknown, denominator + unknown),
      },
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
}

function addOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countOf(reasons: ReadonlyMap<OutcomeReason, number>): UnknownCount {
  const sorted = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1));
  return { count: sorted.reduce((sum, [, count]) => sum + count, 0), reasons: Object.fromEntries(sorted) };
}
