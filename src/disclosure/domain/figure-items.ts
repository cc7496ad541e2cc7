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
  { key: 'numerator', weight: WEIGHTS.share, of: ({ numerator }) => numerator },
  { key: 'denominator', weight: WEIGHTS.share, of: ({ denominator }) => denominator },
  { key: 'estimate.numerator', weight: WEIGHTS.total, of: ({ estimate }) => estimate.numerator },
  { key: 'estimate.denominator', weight: WEIGHTS.total, of: ({ estimate }) => estimate.denominator },
  ...BOUND_COUNTS.map((name) => ({
    key: `bounds.${name}`,
    weight: WEIGHTS.total,
    of: ({ bounds }: Figures) => bounds[name],
  })),
  { key: 'unknown.total', weight: WEIGHTS.total, of: ({ unknown }) => unknown.total },
  { key: 'unknown.inDenominator.count', weight: WEIGHTS.total, of: ({ unknown }) => unknown.inDenominator.count },
  {
    key: 'unknown.denominatorUnknown.count',
    weight: WEIGHTS.total,
    of: ({ unknown }) => unknown.denominatorUnknown.count,
  },
  { key: 'pending', weight: WEIGHTS.part, of: ({ pending }) => pending },
  { key: 'excluded', weight: WEIGHTS.part, of: ({ excluded }) => excluded },
  // Under 18 or outside the denominator: the same people under indicators of the same denominator and window.
  { key: 'notApplicable', weight: WEIGHTS.part, isShared: true, of: ({ notApplicable }) => notApplicable },
  ...SECTOR_ORDER.map((sector) => ({
    key: `sectors.${sector}`,
    weight: WEIGHTS.part,
    of: ({ sectors }: Figures) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
  })),
  ...(['inDenominator', 'denominatorUnknown'] as const).flatMap((kind) =>
    REASONS[kind].map((reason) => ({
      key: `unknown.${kind}.reasons.${reason}`,
      weight: WEIGHTS.part,
      of: ({ unknown }: Figures) => unknown[kind].reasons[reason] ?? 0,
    })),
  ),
  ...derived({
    // Who was not met, and who was decided while a source was in trouble.
    '-not-met': notMet,
    '-undisturbed-not-met': undisturbedNotMet,
    '-disturbed-met': (row) => row.numerator - row.estimate.numerator,
    '-disturbed-not-met': (row) => notMet(row) - undisturbedNotMet(row),
    '-disturbed': (row) => row.denominator - row.estimate.denominator,
    // Whose value could be another, and who stands by it although a source was in trouble.
    '-uncertain-met': uncertainMet,
    '-uncertain-not-met': uncertainNotMet,
    '-settled-met': ({ bounds, estimate }) => bounds.leastMet - estimate.numerator,
    '-settled-not-met': (row) => row.bounds.leastNotMet - undisturbedNotMet(row),
    // With the denominator unknown: who could be not met, and who could not.
    '-open-not-met': openNotMet,
    '-open-met': (row) => row.unknown.denominatorUnknown.count - openNotMet(row),
    // With the denominator unknown or excluded: who could be met, and who could not; and who could be in every way.
    '-outside-met': outsideMet,
    '-outside-not-met': (row) => row.unknown.denominatorUnknown.count + row.excluded - outsideMet(row),
    '-outside-any': (row) => outsideMet(row) - row.unknown.denominatorUnknown.count + openNotMet(row),
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
function populationOf({ denominator, unknown, pending, excluded, notApplicable }: Figures): number {
  return denominator + unknown.total + pending + excluded + notApplicable;
}

function notMet({ numerator, denominator }: Figures): number {
  return denominator - numerator;
}

function undisturbedNotMet({ estimate }: Figures): number {
  return estimate.denominator - estimate.numerator;
}

function uncertainMet({ numerator, bounds }: Figures): number {
  return numerator - bounds.leastMet;
}

function uncertainNotMet(row: Figures): number {
  return notMet(row) - row.bounds.leastNotMet;
}

function openNotMet(row: Figures): number {
  return row.bounds.mostNotMet - notMet(row) - uncertainMet(row) - row.unknown.inDenominator.count;
}

function outsideMet(row: Figures): number {
  return row.bounds.mostMet - row.numerator - uncertainNotMet(row) - row.unknown.inDenominator.count;
}
