import type { OutcomeReason } from '../../kernel/decision';
import type { Bilingual } from '../../kernel/language';
import { COLUMN_WORDS, ESTIMATE_BASIS_WORDS, FIGURE_WORDS, SHEET_WORDS } from '../../kernel/words/report';
import { REASON_WORDS, SECTOR_WORDS } from '../../kernel/words/codes';
import { SECTOR_ORDER } from '../../kernel/organisation';
import { percentCell, type Column } from '../../kernel/table';
import { reasonColumn } from '../../platform/text/empty-reason';
import type { ShownRow } from '../../disclosure/domain/shown-row';

const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'VALUE_CANNOT_TELL', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];

const column = (name: string, heading: Bilingual, cell: Column<ShownRow>['cell']): Column<ShownRow> => ({
  name,
  heading,
  cell,
});
const percentColumn = (
  name: string,
  heading: Bilingual,
  percentOf: (row: ShownRow) => number | null | undefined,
): Column<ShownRow> => column(name, heading, (row) => percentCell(percentOf(row)));

const { estimatePercent, estimateIntervalLower, estimateIntervalUpper, estimateNumerator, estimateDenominator } =
  FIGURE_WORDS;
const { reportedPercent, reportedIntervalLower, reportedIntervalUpper, reportedNumerator, reportedDenominator } =
  FIGURE_WORDS;

/** One row's figures, in the order of the export: the estimate first, then the bounds, then what was reported. */
export const FIGURE_COLUMNS: readonly Column<ShownRow>[] = [
  percentColumn('estimate_percent', estimatePercent, ({ estimate }) => estimate.percent),
  percentColumn('estimate_interval_lower', estimateIntervalLower, ({ estimate }) => estimate.interval?.lower),
  percentColumn('estimate_interval_upper', estimateIntervalUpper, ({ estimate }) => estimate.interval?.upper),
  column('estimate_numerator', estimateNumerator, ({ estimate }) => estimate.numerator),
  column('estimate_denominator', estimateDenominator, ({ estimate }) => estimate.denominator),
  {
    ...column('estimate_from', FIGURE_WORDS.estimateFrom, ({ estimateFrom }) => estimateFrom),
    words: ({ estimateFrom }) => ESTIMATE_BASIS_WORDS[estimateFrom],
  },
  {
    ...column('few_organisations', FIGURE_WORDS.fewOrganisations, (row) => Number(row.fewOrganisations === true)),
    words: ({ fewOrganisations }) => (fewOrganisations === true ? SHEET_WORDS.yes : SHEET_WORDS.no),
  },
  percentColumn('lower_bound', FIGURE_WORDS.lowerBound, ({ bounds }) => bounds.lower),
  percentColumn('upper_bound', FIGURE_WORDS.upperBound, ({ bounds }) => bounds.upper),
  percentColumn('reported_percent', reportedPercent, ({ reported }) => reported.percent),
  percentColumn('reported_interval_lower', reportedIntervalLower, ({ reported }) => reported.interval?.lower),
  percentColumn('reported_interval_upper', reportedIntervalUpper, ({ reported }) => reported.interval?.upper),
  column('reported_numerator', reportedNumerator, ({ reported }) => reported.numerator),
  column('reported_denominator', reportedDenominator, ({ reported }) => reported.denominator),
  column('unknown', COLUMN_WORDS.unknown, ({ unknown }) => unknown),
  percentColumn('unknown_percent', FIGURE_WORDS.unknownPercent, ({ unknownPercent }) => unknownPercent),
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
  percentColumn('once_closed_lower', FIGURE_WORDS.onceClosedLower, ({ onceClosed }) => onceClosed.lower),
  percentColumn('once_closed_upper', FIGURE_WORDS.onceClosedUpper, ({ onceClosed }) => onceClosed.upper),
  column('excluded', COLUMN_WORDS.excluded, ({ excluded }) => excluded),
  column('not_applicable', FIGURE_WORDS.notApplicable, ({ notApplicable }) => notApplicable),
  ...SECTOR_ORDER.map((sector) =>
    column(
      `numerator_${sector.replace('-', '_')}`,
      FIGURE_WORDS.metBy({ sector: SECTOR_WORDS[sector] }),
      ({ sectors }) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
    ),
  ),
  reasonColumn<ShownRow>(({ estimateFrom, bounds, reported }) => ({
    'nobody-undisturbed': estimateFrom === 'nobody',
    'nobody-decided': reported.percent === null,
    'nobody-certain': bounds.lower === null || bounds.upper === null,
  })),
];
