import type { OutcomeReason } from '../../kernel/decision';
import type { IntervalMethod } from '../../kernel/interval-method';
import { SECTOR_ORDER, type Sector } from '../../kernel/organisation';
import { boundCountsOf, boundsOf, type BoundCounts, type Bounds } from './bounds';
import { estimateOf, type EstimateBasis } from './estimate';
import type { FigureCounts, SingleCounts } from './figure-counts';
import { WHOLE, type Reach } from './organisation-parts';
import { percentOf } from './percent';
import { intervalOf, type Interval, type KnownIntervals } from './statistics/interval';
import type { Proportion, Rate } from './statistics/proportion';

/** So many of so many, in percent, with how sure that is. */
export interface Share extends Proportion {
  readonly percent: number | null;
  /** 95 % confidence, in percent; null when there is nothing to divide by. */
  readonly interval: Interval | null;
}

/** The share of the reported numerator one sector decided. */
interface SectorShare {
  readonly sector: Sector;
  readonly numerator: number;
  /** Of the numerator. */
  readonly percent: number | null;
}

/** Those whose window has not ended: in no rate yet. */
interface StillOpen {
  /** Met already. */
  readonly metSoFar: number;
  readonly pending: number;
}

/**
 * One indicator counted for one unit, in the order it is read: pathways whose window has ended, those still open
 * beside them (interface.md §3, Rates).
 */
export interface Figures {
  /** Its interval stands for those not heard too (`effectiveShareOf`). */
  readonly estimate: Share;
  readonly estimateFrom: EstimateBasis;
  /** There when organisations are silent and fewer than five others speak for them: then the interval cannot tell how they differ. */
  readonly fewOrganisations?: true;
  readonly bounds: Bounds;
  /** Met of met and not met, whether or not a source was in trouble: of those reported. */
  readonly reported: Share;
  /** Of those reported, no source's trouble touched. */
  readonly undisturbed: Proportion;
  /** In or outside the denominator. */
  readonly unknown: number;
  /** Of met, not met and unknown. */
  readonly unknownPercent: number | null;
  readonly unknownReasons: Readonly<Partial<Record<OutcomeReason, number>>>;
  /** Of the unknown: not even known whether they belong to the denominator. */
  readonly denominatorUnknown: number;
  readonly stillOpen: StillOpen;
  /** Between which the rate lies when the open ones are in it: the bounds, were the pending not met, and were they met. */
  readonly onceClosed: { readonly lower: number | null; readonly upper: number | null };
  readonly excluded: number;
  readonly notApplicable: number;
  /** By the sector of the last decisive fact; adds up to the numerator of those reported. */
  readonly sectors: readonly SectorShare[];
}

/** The estimate as what it says may be said by: where it is a bound, only the undisturbed are known. */
export function estimatedRate({
  estimate: { numerator, denominator },
  estimateFrom,
  undisturbed,
}: Pick<Figures, 'estimate' | 'estimateFrom' | 'undisturbed'>): Rate {
  const isBound = estimateFrom === 'lower-bound' || estimateFrom === 'upper-bound';
  return { numerator, denominator, restsOn: isBound ? undisturbed.denominator : denominator };
}

/** The figures of what was counted, and of nothing else. */
export function figuresOf(
  counts: FigureCounts,
  reach: Reach,
  method: IntervalMethod = 'exact',
  known?: KnownIntervals,
): Figures {
  const { met, notMet, undisturbedMet, undisturbedNotMet } = counts.single;
  const { unknown, denominatorUnknown, metSoFar, pending, excluded, notApplicable } = counts.single;
  const share = ({ numerator, denominator }: Proportion, effectiveShare = 1): Share => ({
    numerator,
    denominator,
    percent: percentOf(numerator, denominator),
    interval: intervalOf(numerator, denominator, {
      method,
      effectiveShare,
      known,
    }),
  });
  const bounds = boundCountsOf(counts.single);
  const { basis, numerator, denominator } = estimateOf(counts.single, bounds);
  const metBySectors = [...counts.metBy.values()].reduce((sum, count) => sum + count, 0);
  const { effectiveShare, fewOrganisations } = basis === 'all' ? WHOLE : reach;
  return {
    estimate: share({ numerator, denominator }, effectiveShare),
    estimateFrom: basis,
    ...(fewOrganisations ? { fewOrganisations } : undefined),
    bounds: boundsOf(bounds),
    reported: share({ numerator: met, denominator: met + notMet }),
    undisturbed: { numerator: undisturbedMet, denominator: undisturbedMet + undisturbedNotMet },
    unknown,
    unknownPercent: percentOf(unknown, met + notMet + unknown),
    unknownReasons: Object.fromEntries([...counts.unknownFor].sort(([a], [b]) => (a < b ? -1 : 1))),
    denominatorUnknown,
    stillOpen: { metSoFar, pending },
    onceClosed: onceClosed(counts.single, bounds),
    excluded,
    notApplicable,
    sectors: SECTOR_ORDER.flatMap((sector) => {
      const numerator = counts.metBy.get(sector) ?? 0;
      return numerator === 0 ? [] : [{ sector, numerator, percent: percentOf(numerator, metBySectors) }];
    }),
  };
}

function onceClosed(
  { metSoFar, pending }: SingleCounts,
  { leastMet, mostMet, leastNotMet, mostNotMet }: BoundCounts,
): Figures['onceClosed'] {
  return {
    lower: percentOf(leastMet + metSoFar, leastMet + mostNotMet + metSoFar + pending),
    upper: percentOf(mostMet + metSoFar + pending, mostMet + leastNotMet + metSoFar + pending),
  };
}
