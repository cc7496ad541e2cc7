import type { OutcomeReason } from '../../kernel/decision';
import type { Bilingual } from '../../kernel/language';
import { COLUMN_WORDS, FIGURE_WORDS } from '../../kernel/words/report';
import { REASON_WORDS, SECTOR_WORDS } from '../../kernel/words/codes';
import { SECTOR_ORDER } from '../../kernel/organisation';
import type { Cell } from '../../kernel/table';
import { isHidden, type ShownRow } from '../../disclosure/domain/shown-row';

/** A column of the exported table: its name for programs, its heading for people, and what stands there. */
export interface ReportColumn {
  readonly name: string;
  readonly heading: Bilingual;
  readonly cell: (row: ShownRow) => Cell;
  /** The places of the row that tell what stands here: where one is hidden, so is this. */
  readonly places: readonly string[];
}

/** What stands in a column of a row; `hidden` where that is hidden. */
export function figureCell({ cell, places }: ReportColumn, row: ShownRow, hidden: string): Cell {
  return places.some((place) => isHidden(row, place)) ? hidden : cell(row);
}

const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'VALUE_CANNOT_TELL', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];

const SHARE = ['numerator', 'denominator'];
const ESTIMATE = ['estimate.numerator', 'estimate.denominator'];
const LOWER = ['bounds.leastMet', 'bounds.mostNotMet'];
const UPPER = ['bounds.mostMet', 'bounds.leastNotMet'];

/** One row's figures, in the order of the export. */
export const FIGURE_COLUMNS: readonly ReportColumn[] = [
  { name: 'numerator', heading: COLUMN_WORDS.numerator, places: ['numerator'], cell: (row) => row.numerator },
  { name: 'denominator', heading: COLUMN_WORDS.denominator, places: ['denominator'], cell: (row) => row.denominator },
  { name: 'percent', heading: FIGURE_WORDS.percent, places: SHARE, cell: ({ percent }) => percent },
  {
    ...{ name: 'interval_lower', heading: FIGURE_WORDS.intervalLower, places: SHARE },
    cell: ({ interval }) => interval?.lower,
  },
  {
    ...{ name: 'interval_upper', heading: FIGURE_WORDS.intervalUpper, places: SHARE },
    cell: ({ interval }) => interval?.upper,
  },
  {
    ...{ name: 'estimate_numerator', heading: FIGURE_WORDS.estimateNumerator },
    ...{ places: ['estimate.numerator'], cell: ({ estimate }: ShownRow) => estimate.numerator },
  },
  {
    ...{ name: 'estimate_denominator', heading: FIGURE_WORDS.estimateDenominator },
    ...{ places: ['estimate.denominator'], cell: ({ estimate }: ShownRow) => estimate.denominator },
  },
  {
    ...{ name: 'estimate_percent', heading: FIGURE_WORDS.estimatePercent, places: ESTIMATE },
    cell: ({ estimate }) => estimate.percent,
  },
  {
    ...{ name: 'estimate_interval_lower', heading: FIGURE_WORDS.estimateIntervalLower },
    ...{ places: ESTIMATE, cell: ({ estimate }: ShownRow) => estimate.interval?.lower },
  },
  {
    ...{ name: 'estimate_interval_upper', heading: FIGURE_WORDS.estimateIntervalUpper },
    ...{ places: ESTIMATE, cell: ({ estimate }: ShownRow) => estimate.interval?.upper },
  },
  {
    ...{ name: 'lower_bound', heading: FIGURE_WORDS.lowerBound, places: LOWER },
    cell: ({ bounds }) => bounds.lower,
  },
  {
    ...{ name: 'upper_bound', heading: FIGURE_WORDS.upperBound, places: UPPER },
    cell: ({ bounds }) => bounds.upper,
  },
  {
    ...{ name: 'unknown', heading: COLUMN_WORDS.unknown, places: ['unknown.inDenominator.count'] },
    cell: ({ unknown }) => unknown.inDenominator.count,
  },
  ...REASONS.map((reason) => ({
    name: `unknown_${reason.toLowerCase()}`,
    heading: FIGURE_WORDS.unknownBy({ reason: REASON_WORDS[reason] }),
    places: [`unknown.inDenominator.reasons.${reason}`],
    cell: ({ unknown }: ShownRow) => unknown.inDenominator.reasons[reason] ?? 0,
  })),
  {
    ...{ name: 'denominator_unknown', heading: COLUMN_WORDS.denominatorUnknown },
    ...{
      places: ['unknown.denominatorUnknown.count'],
      cell: ({ unknown }: ShownRow) => unknown.denominatorUnknown.count,
    },
  },
  { name: 'pending', heading: COLUMN_WORDS.pending, places: ['pending'], cell: ({ pending }) => pending },
  { name: 'excluded', heading: COLUMN_WORDS.excluded, places: ['excluded'], cell: ({ excluded }) => excluded },
  {
    ...{ name: 'not_applicable', heading: FIGURE_WORDS.notApplicable, places: ['notApplicable'] },
    cell: ({ notApplicable }) => notApplicable,
  },
  ...SECTOR_ORDER.map((sector) => ({
    name: `numerator_${sector.replace('-', '_')}`,
    heading: FIGURE_WORDS.metBy({ sector: SECTOR_WORDS[sector] }),
    places: [`sectors.${sector}`],
    cell: ({ sectors }: ShownRow) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
  })),
];
