import type { OutcomeReason } from '../../kernel/decision';
import type { Bilingual } from '../../kernel/language';
import { COLUMN_WORDS, FIGURE_WORDS } from '../../kernel/words/report';
import { REASON_WORDS, SECTOR_WORDS } from '../../kernel/words/codes';
import { SECTOR_ORDER } from '../../kernel/organisation';
import type { Cell } from '../../kernel/table';
import type { ShownRow } from '../../disclosure/domain/shown-row';

/** A column of the exported table: its name for programs, its heading for people, and what stands there. */
export interface ReportColumn {
  readonly name: string;
  readonly heading: Bilingual;
  readonly cell: (row: ShownRow) => Cell;
}

const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'VALUE_CANNOT_TELL', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];

const column = (name: string, heading: Bilingual, cell: ReportColumn['cell']): ReportColumn => ({
  name,
  heading,
  cell,
});

const { estimatePercent, estimateIntervalLower, estimateIntervalUpper, estimateNumerator, estimateDenominator } =
  FIGURE_WORDS;
const { reportedPercent, reportedIntervalLower, reportedIntervalUpper, reportedNumerator, reportedDenominator } =
  FIGURE_WORDS;

/** One row's figures, in the order of the export: the estimate first, then the bounds, then what was reported. */
export const FIGURE_COLUMNS: readonly ReportColumn[] = [
  column('estimate_percent', estimatePercent, ({ estimate }) => estimate.percent),
  column('estimate_interval_lower', estimateIntervalLower, ({ estimate }) => estimate.interval?.lower),
  column('estimate_interval_upper', estimateIntervalUpper, ({ estimate }) => estimate.interval?.upper),
  column('estimate_numerator', estimateNumerator, ({ estimate }) => estimate.numerator),
  column('estimate_denominator', estimateDenominator, ({ estimate }) => estimate.denominator),
  column('estimate_from', FIGURE_WORDS.estimateFrom, ({ estimateFrom }) => estimateFrom),
  column('few_organisations', FIGURE_WORDS.fewOrganisations, ({ fewOrganisations }) =>
    Number(fewOrganisations === true),
  ),
  column('lower_bound', FIGURE_WORDS.lowerBound, ({ bounds }) => bounds.lower),
  column('upper_bound', FIGURE_WORDS.upperBound, ({ bounds }) => bounds.upper),
  column('reported_percent', reportedPercent, ({ reported }) => reported.percent),
  column('reported_interval_lower', reportedIntervalLower, ({ reported }) => reported.interval?.lower),
  column('reported_interval_upper', reportedIntervalUpper, ({ reported }) => reported.interval?.upper),
  column('reported_numerator', reportedNumerator, ({ reported }) => reported.numerator),
  column('reported_denominator', reportedDenominator, ({ reported }) => reported.denominator),
  column('unknown', COLUMN_WORDS.unknown, ({ unknown }) => unknown),
  column('unknown_percent', FIGURE_WORDS.unknownPercent, ({ unknownPercent }) => unknownPercent),
  ...REASONS.map((reason) =>
    column(
      `unknown_${reason.toLowerCase()}`,
      FIGURE_WORDS.unknownBy({ reason: REASON_WORDS[reason] }),
      ({ unknownReasons }) => unknownReasons[reason] ?? 0,
    ),
  ),
  column('denominator_unknown', COLUMN_WORDS.denominatorUnknown, ({ denominatorUnknown }) => denominatorUnknown),
  column('met_so_far', FIGURE_WORDS.metSoFar, ({ stillOpen }) => stillOpen.metSoFar),
  column('pending', FIGURE_WORDS.pending, ({ stillOpen }) => stillOpen.pending),
  column('once_closed_lower', FIGURE_WORDS.onceClosedLower, ({ onceClosed }) => onceClosed.lower),
  column('once_closed_upper', FIGURE_WORDS.onceClosedUpper, ({ onceClosed }) => onceClosed.upper),
  column('excluded', COLUMN_WORDS.excluded, ({ excluded }) => excluded),
  column('not_applicable', FIGURE_WORDS.notApplicable, ({ notApplicable }) => notApplicable),
  ...SECTOR_ORDER.map((sector) =>
    column(
      `numerator_${sector.replace('-', '_')}`,
      FIGURE_WORDS.metBy({ sector: SECTOR_WORDS[sector] }),
      ({ sectors }) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
    ),
  ),
];
