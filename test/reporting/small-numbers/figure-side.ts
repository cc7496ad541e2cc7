import type { OutcomeReason } from '../../../src/kernel/decision';
import { SECTOR_ORDER } from '../../../src/kernel/organisation';
import type { Figures } from '../../../src/counting/domain/figures';
import type { Side } from './sides';

export const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];
const KINDS = ['inDenominator', 'denominatorUnknown'] as const;

/** Where a count of a row stands, or how it is worked out from those that do. */
const PLACES: Readonly<Record<string, (figures: Figures) => number>> = {
  numerator: (row) => row.numerator,
  denominator: (row) => row.denominator,
  'estimate.numerator': (row) => row.estimate.numerator,
  'estimate.denominator': (row) => row.estimate.denominator,
  'unknown.total': (row) => row.unknown.total,
  pending: (row) => row.pending,
  excluded: (row) => row.excluded,
  notApplicable: (row) => row.notApplicable,
  ...Object.fromEntries(
    SECTOR_ORDER.map((sector) => [
      `sectors.${sector}`,
      (row: Figures) => row.sectors.find((share) => share.sector === sector)?.numerator ?? 0,
    ]),
  ),
  ...Object.fromEntries(
    KINDS.flatMap((kind) => [
      [`unknown.${kind}.count`, (row: Figures) => row.unknown[kind].count],
      ...REASONS.map((reason) => [
        `unknown.${kind}.reasons.${reason}`,
        (row: Figures) => row.unknown[kind].reasons[reason] ?? 0,
      ]),
    ]) as [string, (figures: Figures) => number][],
  ),
};
const IMPLIED: Readonly<Record<string, (figures: Figures) => number>> = {
  'not met': (row) => row.denominator - row.numerator,
  'not met, undisturbed': (row) => row.estimate.denominator - row.estimate.numerator,
  'met, disturbed': (row) => row.numerator - row.estimate.numerator,
  'not met, disturbed': (row) => row.denominator - row.numerator - (row.estimate.denominator - row.estimate.numerator),
  disturbed: (row) => row.denominator - row.estimate.denominator,
};
/** How many pathways there are: known from other indicators, where nothing may be hidden. */
const EVERYONE = 'all';
/** The count at a place of a row. */
export const countAt = (place: string, row: Figures): number =>
  place === EVERYONE
    ? row.denominator + row.unknown.total + row.pending + row.excluded + row.notApplicable
    : ((PLACES[place] ?? IMPLIED[place]) as (figures: Figures) => number)(row);

/** A row's places and sums, as a reader knows them. */
export const FIGURES: Side = {
  items: [...Object.keys(PLACES), ...Object.keys(IMPLIED), EVERYONE],
  sums: [
    { total: 'numerator', parts: SECTOR_ORDER.map((sector) => `sectors.${sector}`) },
    { total: 'numerator', parts: ['estimate.numerator', 'met, disturbed'] },
    { total: 'denominator', parts: ['numerator', 'not met'] },
    { total: 'denominator', parts: ['estimate.denominator', 'disturbed'] },
    { total: 'estimate.denominator', parts: ['estimate.numerator', 'not met, undisturbed'] },
    { total: 'not met', parts: ['not met, undisturbed', 'not met, disturbed'] },
    { total: 'disturbed', parts: ['met, disturbed', 'not met, disturbed'] },
    { total: 'unknown.total', parts: KINDS.map((kind) => `unknown.${kind}.count`) },
    ...KINDS.map((kind) => ({
      total: `unknown.${kind}.count`,
      parts: REASONS.map((reason) => `unknown.${kind}.reasons.${reason}`),
    })),
    { total: EVERYONE, parts: ['denominator', 'unknown.total', 'pending', 'excluded', 'notApplicable'] },
  ],
  divisions: [],
  everyone: EVERYONE,
};

/** True for what stands in no row. */
export const isImplied = (place: string): boolean => place in IMPLIED;
