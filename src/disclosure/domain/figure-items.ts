import type { OutcomeReason } from '../../kernel/decision';
import { SECTOR_ORDER } from '../../kernel/organisation';
import { BOUND_COUNTS } from '../../counting/domain/bounds';
import type { Figures } from '../../counting/domain/figures';
import type { AxisItem } from './count-axis';

/** Why something is unknown (interface.md §3, steps 3, 6 and 7); with the denominator unknown only a trouble can be. */
export const REASONS = {
  inDenominator: ['NO_VALUE', 'VALUE_CANNOT_TELL', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'],
  denominatorUnknown: ['SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'],
} as const satisfies Record<string, readonly OutcomeReason[]>;

/** A count of the figures: where it stands in a row, or what can be computed from those that do. */
export interface FigureItem extends AxisItem {
  readonly of: (figures: Figures) => number;
}

/** Losing the share hurts most; what is not shown as such is lost for nothing. */
const WEIGHTS = { share: 16, total: 6, part: 2, derived: 1 };

/** Known to everybody: the same pathways are counted under other indicators, where nothing may be hidden. */
export const EVERYONE: FigureItem = { key: 'all', weight: Infinity, of: populationOf };

/** The counts of a row, and what a reader works out from them. */
export const FIGURE_ITEMS: readonly FigureItem[] = [
  { key: 'reported.numerator', weight: WEIGHTS.share, of: ({ reported }) => reported.numerator },
  { key: 'reported.denominator', weight: WEIGHTS.share, of: ({ reported }) => reported.denominator },
  { key: 'undisturbed.numerator', weight: WEIGHTS.total, of: ({ undisturbed }) => undisturbed.numerator },
  { key: 'undisturbed.denominator', weight: WEIGHTS.total, of: ({ undisturbed }) => undisturbed.denominator },
  ...BOUND_COUNTS.map((name) => ({
    key: `bounds.${name}`,
    weight: WEIGHTS.total,
    of: ({ bounds }: Figures) => bounds[name],
  })),
  { key: 'unknown', weight: WEIGHTS.total, of: ({ unknown }) => unknown },
  { key: 'denominatorUnknown', weight: WEIGHTS.total, of: ({ denominatorUnknown }) => denominatorUnknown },
  { key: 'stillOpen.metSoFar', weight: WEIGHTS.part, of: ({ stillOpen }) => stillOpen.metSoFar },
  { key: 'stillOpen.pending', weight: WEIGHTS.part, of: ({ stillOpen }) => stillOpen.pending },
  { key: 'excluded', weight: WEIGHTS.part, of: ({ excluded }) => excluded },
  // Under 18 or outside the denominator: the same people under indicators of the same denominator and window.
  { key: 'notApplicable', weight: WEIGHTS.part, isShared: true, of: ({ notApplicable }) => notApplicable },
  ...SECTOR_ORDER.map((sector) => ({
    key: `sectors.${sector}`,
    weight: WEIGHTS.part,
    of: ({ sectors }: Figures) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
  })),
  ...REASONS.inDenominator.map((reason) => ({
    key: `unknownReasons.${reason}`,
    weight: WEIGHTS.part,
    of: ({ unknownReasons }: Figures) => unknownReasons[reason] ?? 0,
  })),
  ...derived({
    // Who was not met, and who was decided while a source was in trouble.
    '-not-met': notMet,
    '-undisturbed-not-met': undisturbedNotMet,
    '-disturbed-met': (row) => row.reported.numerator - row.undisturbed.numerator,
    '-disturbed-not-met': (row) => notMet(row) - undisturbedNotMet(row),
    '-disturbed': (row) => row.reported.denominator - row.undisturbed.denominator,
    // Unknown, the denominator known.
    '-in-denominator': inDenominator,
    // Whose value could be another, and who stands by it although a source was in trouble.
    '-uncertain-met': uncertainMet,
    '-uncertain-not-met': uncertainNotMet,
    '-settled-met': ({ bounds, undisturbed }) => bounds.leastMet - undisturbed.numerator,
    '-settled-not-met': (row) => row.bounds.leastNotMet - undisturbedNotMet(row),
    // With the denominator unknown: who could be not met, and who could not.
    '-open-not-met': openNotMet,
    '-open-met': (row) => row.denominatorUnknown - openNotMet(row),
    // With the denominator unknown or excluded: who could be met, and who could not; and who could be in every way.
    '-outside-met': outsideMet,
    '-outside-not-met': (row) => row.denominatorUnknown + row.excluded - outsideMet(row),
    '-outside-any': (row) => outsideMet(row) - row.denominatorUnknown + openNotMet(row),
  }),
  EVERYONE,
];

/** True for items that stand in a row; the others can be computed from them. */
export function isShownItem(key: string): boolean {
  return !key.startsWith('-') && key !== EVERYONE.key;
}

function derived(items: Readonly<Record<string, FigureItem['of']>>): FigureItem[] {
  return Object.entries(items).map(([key, of]) => ({ key, weight: WEIGHTS.derived, of }));
}

/** Everyone a decision was made on. */
function populationOf({ reported, unknown, stillOpen, excluded, notApplicable }: Figures): number {
  return reported.denominator + unknown + stillOpen.metSoFar + stillOpen.pending + excluded + notApplicable;
}

function inDenominator({ unknown, denominatorUnknown }: Figures): number {
  return unknown - denominatorUnknown;
}

function notMet({ reported }: Figures): number {
  return reported.denominator - reported.numerator;
}

function undisturbedNotMet({ undisturbed }: Figures): number {
  return undisturbed.denominator - undisturbed.numerator;
}

function uncertainMet({ reported, bounds }: Figures): number {
  return reported.numerator - bounds.leastMet;
}

function uncertainNotMet(row: Figures): number {
  return notMet(row) - row.bounds.leastNotMet;
}

function openNotMet(row: Figures): number {
  return row.bounds.mostNotMet - notMet(row) - uncertainMet(row) - inDenominator(row);
}

function outsideMet(row: Figures): number {
  return row.bounds.mostMet - row.reported.numerator - uncertainNotMet(row) - inDenominator(row);
}
