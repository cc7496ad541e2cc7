import type { OutcomeReason } from '../../kernel/decision';
import type { Sector } from '../../kernel/organisation';
import type { Bounds } from '../../counting/domain/bounds';
import type { EstimateBasis } from '../../counting/domain/estimate';
import type { Interval } from '../../counting/domain/statistics/interval';
import type { Unit } from '../../kernel/unit';

/** A count, or null where it is hidden. */
export type ShownCount = number | null;

/** A part of a total, in percent, counted over it. */
export interface ShownShare {
  readonly numerator: ShownCount;
  readonly denominator: ShownCount;
  readonly percent: number | null;
}

/** Bounds with null for each count that is hidden, and for each bound that would tell it. */
export type ShownBounds = { readonly [K in keyof Bounds]: Bounds[K] | null };

/** A share with its 95 % interval, in percent. */
export interface ShownShareWithInterval extends ShownShare {
  readonly interval: Interval | null;
}

export interface ShownSector {
  readonly sector: Sector;
  readonly numerator: ShownCount;
  readonly percent: number | null;
}

/**
 * One indicator of one unit as people see it: a table row with null for each count that is hidden, and for whatever
 * would tell it (percentages, intervals, bounds). A row in which nothing is hidden is the table row itself.
 */
export interface ShownRow {
  readonly number: number;
  readonly indicator: string;
  readonly unit: Unit;
  readonly estimate: ShownShareWithInterval;
  readonly estimateFrom: EstimateBasis;
  readonly bounds: ShownBounds;
  readonly reported: ShownShareWithInterval;
  readonly undisturbed: Pick<ShownShare, 'numerator' | 'denominator'>;
  readonly unknown: ShownCount;
  readonly unknownPercent: number | null;
  readonly unknownReasons: Readonly<Partial<Record<OutcomeReason, ShownCount>>>;
  readonly denominatorUnknown: ShownCount;
  readonly stillOpen: { readonly metSoFar: ShownCount; readonly pending: ShownCount };
  readonly onceClosed: { readonly lower: number | null; readonly upper: number | null };
  readonly excluded: ShownCount;
  readonly notApplicable: ShownCount;
  /** A sector whose count is hidden is there even if it decided nothing. */
  readonly sectors: readonly ShownSector[];
  /** Where hidden counts stand, such as `sectors.municipality`, in code point order; absent when none is. */
  readonly hidden?: readonly string[];
}

/** A share with nothing hidden. */
export interface ToldShare {
  readonly numerator: number;
  readonly denominator: number;
}

/** The share's counts, or null when either is hidden: then nothing may be made of them. */
export function toldShare({ numerator, denominator }: Pick<ShownShare, 'numerator' | 'denominator'>): ToldShare | null {
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** True when the count at a place of the row, such as `sectors.municipality`, is hidden. */
export function isHidden({ hidden }: Pick<ShownRow, 'hidden'>, place: string): boolean {
  return hidden !== undefined && hidden.includes(place);
}

/** True when nothing at all was counted in the row. */
export function isZeroRow({ reported, unknown, stillOpen, excluded, notApplicable }: ShownRow): boolean {
  const { metSoFar, pending } = stillOpen;
  return [reported.denominator, unknown, metSoFar, pending, excluded, notApplicable].every((count) => count === 0);
}
