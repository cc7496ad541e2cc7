import { withShifts } from './shift';
import type { OutcomeReason } from '../../kernel/decision';
import { SECTOR_ORDER } from '../../kernel/organisation';
import type { Figures } from '../../counting/domain/figures';
import type { AxisItem, CountAxis, ItemSet } from './count-axis';

/** Why something is unknown (interface.md §3, step 6 and 7); with the denominator unknown only a trouble can be the reason. */
const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];

type CountOf = (figures: Figures) => number;

/** A count of the figures: where it stands in a row, or what can be computed from those that do. */
interface FigureItem extends AxisItem {
  readonly of: CountOf;
}

/** The counts of a row as an axis: how its sums hang together, and what they are. */
export interface FigureAxis extends CountAxis {
  readonly items: readonly FigureItem[];
}

/** Losing the share hurts most; what is not shown as such is lost for nothing. */
const WEIGHTS = { share: 16, total: 6, part: 2, derived: 1 };

/** Known to everybody: the same pathways are counted under other indicators, where nothing may be hidden. */
const EVERYONE: FigureItem = { key: 'all', weight: Infinity, of: populationOf };

const ITEMS: readonly FigureItem[] = [
  { key: 'numerator', weight: WEIGHTS.share, of: ({ numerator }) => numerator },
  { key: 'denominator', weight: WEIGHTS.share, of: ({ denominator }) => denominator },
  { key: 'estimate.numerator', weight: WEIGHTS.total, of: ({ estimate }) => estimate.numerator },
  { key: 'estimate.denominator', weight: WEIGHTS.total, of: ({ estimate }) => estimate.denominator },
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
    REASONS.map((reason) => ({
      key: `unknown.${kind}.reasons.${reason}`,
      weight: WEIGHTS.part,
      of: ({ unknown }: Figures) => unknown[kind].reasons[reason] ?? 0,
    })),
  ),
  // Differences a reader can work out: who was not met, and who was decided while a source was in trouble.
  { key: '-not-met', weight: WEIGHTS.derived, of: notMet },
  { key: '-undisturbed-not-met', weight: WEIGHTS.derived, of: undisturbedNotMet },
  { key: '-disturbed-met', weight: WEIGHTS.derived, of: (row) => row.numerator - row.estimate.numerator },
  { key: '-disturbed-not-met', weight: WEIGHTS.derived, of: (row) => notMet(row) - undisturbedNotMet(row) },
  { key: '-disturbed', weight: WEIGHTS.derived, of: (row) => row.denominator - row.estimate.denominator },
  EVERYONE,
];

const PLACE = new Map(ITEMS.map(({ key }, at) => [key, at]));
const placesOf = (...keys: readonly string[]): ItemSet => keys.map((key) => PLACE.get(key) as number);

const UNDISTURBED = ['estimate.denominator', 'denominator'];
const DISTURBED = ['-disturbed', 'denominator'];

/**
 * A row's counts. Whoever was met is so by a sector's fact and with or without a source in trouble, which the row does
 * not tell together.
 */
export const FIGURE_AXIS: FigureAxis = withShifts({
  items: ITEMS,
  everyone: placesOf(EVERYONE.key),
  divisions: [
    [
      ...SECTOR_ORDER.flatMap((sector) => [
        placesOf(`sectors.${sector}`, 'numerator', 'estimate.numerator', ...UNDISTURBED),
        placesOf(`sectors.${sector}`, 'numerator', '-disturbed-met', ...DISTURBED),
      ]),
      placesOf('-not-met', '-undisturbed-not-met', ...UNDISTURBED),
      placesOf('-not-met', '-disturbed-not-met', ...DISTURBED),
      ...(['inDenominator', 'denominatorUnknown'] as const).flatMap((kind) =>
        REASONS.map((reason) =>
          placesOf(`unknown.${kind}.reasons.${reason}`, `unknown.${kind}.count`, 'unknown.total'),
        ),
      ),
      placesOf('pending'),
      placesOf('excluded'),
      placesOf('notApplicable'),
    ],
  ],
});

/** True for items that stand in a row; the others can be computed from them. */
export function isShownItem(key: string): boolean {
  return !key.startsWith('-') && key !== EVERYONE.key;
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
