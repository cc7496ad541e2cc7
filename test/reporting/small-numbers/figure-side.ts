import { SECTOR_ORDER } from '../../../src/kernel/organisation';
import type { Figures } from '../../../src/counting/domain/figures';
import type { Side } from './sides';

const TROUBLES = ['SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'] as const;
export const REASONS = {
  inDenominator: ['NO_VALUE', 'VALUE_CANNOT_TELL', ...TROUBLES],
  denominatorUnknown: TROUBLES,
} as const;
const KINDS = ['inDenominator', 'denominatorUnknown'] as const;

/** Where a count of a row stands, or how it is worked out from those that do. */
const PLACES: Readonly<Record<string, (figures: Figures) => number>> = {
  numerator: (row) => row.numerator,
  denominator: (row) => row.denominator,
  'estimate.numerator': (row) => row.estimate.numerator,
  'estimate.denominator': (row) => row.estimate.denominator,
  'bounds.leastMet': (row) => row.bounds.leastMet,
  'bounds.mostMet': (row) => row.bounds.mostMet,
  'bounds.leastNotMet': (row) => row.bounds.leastNotMet,
  'bounds.mostNotMet': (row) => row.bounds.mostNotMet,
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
      ...REASONS[kind].map((reason) => [
        `unknown.${kind}.reasons.${reason}`,
        (row: Figures) => (row.unknown[kind].reasons as Record<string, number>)[reason] ?? 0,
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
  'met, uncertain': (row) => row.numerator - row.bounds.leastMet,
  'met, disturbed, certain': (row) => row.bounds.leastMet - row.estimate.numerator,
  'not met, uncertain': (row) => notMet(row) - row.bounds.leastNotMet,
  'not met, disturbed, certain': (row) => row.bounds.leastNotMet - (row.estimate.denominator - row.estimate.numerator),
  'denominator unknown, perhaps not met': perhapsNotMet,
  'denominator unknown, not not met': (row) => row.unknown.denominatorUnknown.count - perhapsNotMet(row),
  'outside, perhaps met': perhapsMet,
  'outside, not met': (row) => row.unknown.denominatorUnknown.count + row.excluded - perhapsMet(row),
};
const notMet = (row: Figures): number => row.denominator - row.numerator;
/** Of the most not met, those that are not met, met by a value that may change, or unknown in the denominator, left out. */
function perhapsNotMet({ bounds, denominator, unknown, numerator }: Figures): number {
  const others = denominator - numerator + (numerator - bounds.leastMet) + unknown.inDenominator.count;
  return bounds.mostNotMet - others;
}
function perhapsMet(row: Figures): number {
  const others = row.numerator + (notMet(row) - row.bounds.leastNotMet) + row.unknown.inDenominator.count;
  return row.bounds.mostMet - others;
}
/** How many pathways there are: known from other indicators, where nothing may be hidden. */
const EVERYONE = 'all';
/** The count at a place of a row. */
export const countAt = (place: string, row: Figures): number =>
  place === EVERYONE
    ? row.denominator + row.unknown.total + row.pending + row.excluded + row.notApplicable
    : ((PLACES[place] ?? IMPLIED[place]) as (figures: Figures) => number)(row);

const IN_DENOMINATOR = ['denominator', 'unknown.inDenominator.count'];
const APART = ['pending', 'notApplicable'];

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
    { total: 'numerator', parts: ['bounds.leastMet', 'met, uncertain'] },
    { total: 'bounds.leastMet', parts: ['estimate.numerator', 'met, disturbed, certain'] },
    { total: 'not met', parts: ['bounds.leastNotMet', 'not met, uncertain'] },
    { total: 'bounds.leastNotMet', parts: ['not met, undisturbed', 'not met, disturbed, certain'] },
    {
      total: 'bounds.mostNotMet',
      parts: ['not met', 'met, uncertain', 'unknown.inDenominator.count', 'denominator unknown, perhaps not met'],
    },
    {
      total: 'bounds.mostMet',
      parts: ['numerator', 'not met, uncertain', 'unknown.inDenominator.count', 'outside, perhaps met'],
    },
    {
      total: 'unknown.denominatorUnknown.count',
      parts: ['denominator unknown, perhaps not met', 'denominator unknown, not not met'],
    },
    { total: 'unknown.total', parts: KINDS.map((kind) => `unknown.${kind}.count`) },
    ...KINDS.map((kind) => ({
      total: `unknown.${kind}.count`,
      parts: REASONS[kind].map((reason) => `unknown.${kind}.reasons.${reason}`),
    })),
    { total: EVERYONE, parts: ['denominator', 'unknown.total', 'pending', 'excluded', 'notApplicable'] },
    { total: EVERYONE, parts: [...IN_DENOMINATOR, 'outside, perhaps met', 'outside, not met', ...APART] },
  ],
  divisions: [],
  everyone: EVERYONE,
};

/** True for what stands in no row. */
export const isImplied = (place: string): boolean => place in IMPLIED;
