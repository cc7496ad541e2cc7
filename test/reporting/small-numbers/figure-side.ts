import { SECTOR_ORDER } from '../../../src/kernel/organisation';
import type { Figures } from '../../../src/counting/domain/figures';
import type { Side } from './sides';

const TROUBLES = ['SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'] as const;
export const REASONS = {
  inDenominator: ['NO_VALUE', 'VALUE_CANNOT_TELL', ...TROUBLES],
  denominatorUnknown: TROUBLES,
} as const;

/** Where a count of a row stands, or how it is worked out from those that do. */
const PLACES: Readonly<Record<string, (figures: Figures) => number>> = {
  'reported.numerator': (row) => row.reported.numerator,
  'reported.denominator': (row) => row.reported.denominator,
  'undisturbed.numerator': (row) => row.undisturbed.numerator,
  'undisturbed.denominator': (row) => row.undisturbed.denominator,
  'bounds.leastMet': (row) => row.bounds.leastMet,
  'bounds.mostMet': (row) => row.bounds.mostMet,
  'bounds.leastNotMet': (row) => row.bounds.leastNotMet,
  'bounds.mostNotMet': (row) => row.bounds.mostNotMet,
  unknown: (row) => row.unknown,
  denominatorUnknown: (row) => row.denominatorUnknown,
  'stillOpen.metSoFar': (row) => row.stillOpen.metSoFar,
  'stillOpen.pending': (row) => row.stillOpen.pending,
  excluded: (row) => row.excluded,
  notApplicable: (row) => row.notApplicable,
  ...Object.fromEntries(
    SECTOR_ORDER.map((sector) => [
      `sectors.${sector}`,
      (row: Figures) => row.sectors.find((share) => share.sector === sector)?.numerator ?? 0,
    ]),
  ),
  ...Object.fromEntries(
    REASONS.inDenominator.map((reason) => [
      `unknownReasons.${reason}`,
      (row: Figures) => row.unknownReasons[reason] ?? 0,
    ]),
  ),
};
const IMPLIED: Readonly<Record<string, (figures: Figures) => number>> = {
  'not met': (row) => notMet(row),
  'in the denominator, unknown': (row) => row.unknown - row.denominatorUnknown,
  'not met, undisturbed': (row) => row.undisturbed.denominator - row.undisturbed.numerator,
  'met, disturbed': (row) => row.reported.numerator - row.undisturbed.numerator,
  'not met, disturbed': (row) => notMet(row) - (row.undisturbed.denominator - row.undisturbed.numerator),
  disturbed: (row) => row.reported.denominator - row.undisturbed.denominator,
  'met, uncertain': (row) => row.reported.numerator - row.bounds.leastMet,
  'met, disturbed, certain': (row) => row.bounds.leastMet - row.undisturbed.numerator,
  'not met, uncertain': (row) => notMet(row) - row.bounds.leastNotMet,
  'not met, disturbed, certain': (row) =>
    row.bounds.leastNotMet - (row.undisturbed.denominator - row.undisturbed.numerator),
  'denominator unknown, perhaps not met': perhapsNotMet,
  'denominator unknown, not not met': (row) => row.denominatorUnknown - perhapsNotMet(row),
  'outside, perhaps met': perhapsMet,
  'outside, not met': (row) => row.denominatorUnknown + row.excluded - perhapsMet(row),
};
const notMet = ({ reported }: Figures): number => reported.denominator - reported.numerator;
/** Of the most not met, those that are not met, met by a value that may change, or unknown in the denominator, left out. */
function perhapsNotMet(row: Figures): number {
  const { bounds, reported, unknown, denominatorUnknown } = row;
  const others = notMet(row) + (reported.numerator - bounds.leastMet) + unknown - denominatorUnknown;
  return bounds.mostNotMet - others;
}
function perhapsMet(row: Figures): number {
  const { reported, bounds, unknown, denominatorUnknown } = row;
  const others = reported.numerator + (notMet(row) - bounds.leastNotMet) + unknown - denominatorUnknown;
  return row.bounds.mostMet - others;
}
/** How many pathways there are: known from other indicators, where nothing may be hidden. */
const EVERYONE = 'all';
/** The count at a place of a row. */
export const countAt = (place: string, row: Figures): number =>
  place === EVERYONE
    ? APART.reduce((sum, one) => sum + countAt(one, row), row.reported.denominator + row.unknown + row.excluded)
    : ((PLACES[place] ?? IMPLIED[place]) as (figures: Figures) => number)(row);

const IN_DENOMINATOR = ['reported.denominator', 'in the denominator, unknown'];
const APART = ['stillOpen.metSoFar', 'stillOpen.pending', 'notApplicable'];

/** A row's places and sums, as a reader knows them. */
export const FIGURES: Side = {
  items: [...Object.keys(PLACES), ...Object.keys(IMPLIED), EVERYONE],
  sums: [
    { total: 'reported.numerator', parts: SECTOR_ORDER.map((sector) => `sectors.${sector}`) },
    { total: 'reported.numerator', parts: ['undisturbed.numerator', 'met, disturbed'] },
    { total: 'reported.denominator', parts: ['reported.numerator', 'not met'] },
    { total: 'reported.denominator', parts: ['undisturbed.denominator', 'disturbed'] },
    { total: 'undisturbed.denominator', parts: ['undisturbed.numerator', 'not met, undisturbed'] },
    { total: 'not met', parts: ['not met, undisturbed', 'not met, disturbed'] },
    { total: 'disturbed', parts: ['met, disturbed', 'not met, disturbed'] },
    { total: 'reported.numerator', parts: ['bounds.leastMet', 'met, uncertain'] },
    { total: 'bounds.leastMet', parts: ['undisturbed.numerator', 'met, disturbed, certain'] },
    { total: 'not met', parts: ['bounds.leastNotMet', 'not met, uncertain'] },
    { total: 'bounds.leastNotMet', parts: ['not met, undisturbed', 'not met, disturbed, certain'] },
    {
      total: 'bounds.mostNotMet',
      parts: ['not met', 'met, uncertain', 'in the denominator, unknown', 'denominator unknown, perhaps not met'],
    },
    {
      total: 'bounds.mostMet',
      parts: ['reported.numerator', 'not met, uncertain', 'in the denominator, unknown', 'outside, perhaps met'],
    },
    {
      total: 'denominatorUnknown',
      parts: ['denominator unknown, perhaps not met', 'denominator unknown, not not met'],
    },
    { total: 'unknown', parts: ['in the denominator, unknown', 'denominatorUnknown'] },
    { total: 'unknown', parts: REASONS.inDenominator.map((reason) => `unknownReasons.${reason}`) },
    { total: EVERYONE, parts: ['reported.denominator', 'unknown', 'excluded', ...APART] },
    { total: EVERYONE, parts: [...IN_DENOMINATOR, 'outside, perhaps met', 'outside, not met', ...APART] },
  ],
  divisions: [],
  everyone: EVERYONE,
};

/** True for what stands in no row. */
export const isImplied = (place: string): boolean => place in IMPLIED;
