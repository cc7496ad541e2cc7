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

const REPORTED = ['reported.numerator', 'reported.denominator'];
const LOWER = ['bounds.leastMet', 'bounds.mostNotMet'];
const UPPER = ['bounds.mostMet', 'bounds.leastNotMet'];
/** An estimate may be made from any of them. */
const ESTIMATE = [...REPORTED, 'undisturbed.numerator', 'undisturbed.denominator', ...LOWER, ...UPPER];
const OPEN = ['stillOpen.metSoFar', 'stillOpen.pending'];

const column = (
  name: string,
  heading: Bilingual,
  places: readonly string[],
  cell: ReportColumn['cell'],
): ReportColumn => ({ name, heading, places, cell });

const { estimatePercent, estimateIntervalLower, estimateIntervalUpper, estimateNumerator, estimateDenominator } =
  FIGURE_WORDS;
const { reportedPercent, reportedIntervalLower, reportedIntervalUpper, reportedNumerator, reportedDenominator } =
  FIGURE_WORDS;

/** One row's figures, in the order of the export: the estimate first, then the bounds, then what was reported. */
export const FIGURE_COLUMNS: readonly ReportColumn[] = [
  column('estimate_percent', estimatePercent, ESTIMATE, ({ estimate }) => estimate.percent),
  column('estimate_interval_lower', estimateIntervalLower, ESTIMATE, ({ estimate }) => estimate.interval?.lower),
  column('estimate_interval_upper', estimateIntervalUpper, ESTIMATE, ({ estimate }) => estimate.interval?.upper),
  column('estimate_numerator', estimateNumerator, ESTIMATE, ({ estimate }) => estimate.numerator),
  column('estimate_denominator', estimateDenominator, ESTIMATE, ({ estimate }) => estimate.denominator),
  column('estimate_from', FIGURE_WORDS.estimateFrom, [], ({ estimateFrom }) => estimateFrom),
  column('lower_bound', FIGURE_WORDS.lowerBound, LOWER, ({ bounds }) => bounds.lower),
  column('upper_bound', FIGURE_WORDS.upperBound, UPPER, ({ bounds }) => bounds.upper),
  column('reported_percent', reportedPercent, REPORTED, ({ reported }) => reported.percent),
  column('reported_interval_lower', reportedIntervalLower, REPORTED, ({ reported }) => reported.interval?.lower),
  column('reported_interval_upper', reportedIntervalUpper, REPORTED, ({ reported }) => reported.interval?.upper),
  column('reported_numerator', reportedNumerator, ['reported.numerator'], ({ reported }) => reported.numerator),
  column('reported_denominator', reportedDenominator, ['reported.denominator'], ({ reported }) => reported.denominator),
  column('unknown', COLUMN_WORDS.unknown, ['unknown'], ({ unknown }) => unknown),
  column(
    'unknown_percent',
    FIGURE_WORDS.unknownPercent,
    ['unknown', 'reported.denominator'],
    ({ unknownPercent }) => unknownPercent,
  ),
  ...REASONS.map((reason) =>
    column(
      `unknown_${reason.toLowerCase()}`,
      FIGURE_WORDS.unknownBy({ reason: REASON_WORDS[reason] }),
      [`unknownReasons.${reason}`],
      ({ unknownReasons }) => unknownReasons[reason] ?? 0,
    ),
  ),
  column(
    'denominator_unknown',
    COLUMN_WORDS.denominatorUnknown,
    ['denominatorUnknown'],
    ({ denominatorUnknown }) => denominatorUnknown,
  ),
  column('met_so_far', FIGURE_WORDS.metSoFar, ['stillOpen.metSoFar'], ({ stillOpen }) => stillOpen.metSoFar),
  column('pending', FIGURE_WORDS.pending, ['stillOpen.pending'], ({ stillOpen }) => stillOpen.pending),
  column(
    'once_closed_lower',
    FIGURE_WORDS.onceClosedLower,
    [...ESTIMATE, ...OPEN],
    ({ onceClosed }) => onceClosed.lower,
  ),
  column(
    'once_closed_upper',
    FIGURE_WORDS.onceClosedUpper,
    [...ESTIMATE, ...OPEN],
    ({ onceClosed }) => onceClosed.upper,
  ),
  column('excluded', COLUMN_WORDS.excluded, ['excluded'], ({ excluded }) => excluded),
  column('not_applicable', FIGURE_WORDS.notApplicable, ['notApplicable'], ({ notApplicable }) => notApplicable),
  ...SECTOR_ORDER.map((sector) =>
    column(
      `numerator_${sector.replace('-', '_')}`,
      FIGURE_WORDS.metBy({ sector: SECTOR_WORDS[sector] }),
      [`sectors.${sector}`],
      ({ sectors }) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
    ),
  ),
];
