import type { OutcomeReason } from '../../kernel/decision';
import type { Bilingual } from '../../kernel/definition';
import { SECTOR_ORDER } from '../../kernel/organisation';
import type { Cell } from '../../kernel/table';
import { isHidden, type ShownRow } from '../../disclosure/domain/shown-row';
import { COLUMN_WORDS, REASON_WORDS, SECTOR_WORDS } from '../../kernel/words';

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

const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];

const both = (da: string, en: string): Bilingual => ({ da, en });

const SHARE = ['numerator', 'denominator'];
const ESTIMATE = ['estimate.numerator', 'estimate.denominator'];
const BOUNDS = [...SHARE, 'unknown.total'];

/** One row's figures, in the order of the export. */
export const FIGURE_COLUMNS: readonly ReportColumn[] = [
  { name: 'numerator', heading: COLUMN_WORDS.numerator, places: ['numerator'], cell: (row) => row.numerator },
  { name: 'denominator', heading: COLUMN_WORDS.denominator, places: ['denominator'], cell: (row) => row.denominator },
  { name: 'percent', heading: both('Andel (%)', 'Share (%)'), places: SHARE, cell: ({ percent }) => percent },
  {
    ...{ name: 'interval_lower', heading: both('95 % KI, nedre', '95 % CI, lower'), places: SHARE },
    cell: ({ interval }) => interval?.lower,
  },
  {
    ...{ name: 'interval_upper', heading: both('95 % KI, øvre', '95 % CI, upper'), places: SHARE },
    cell: ({ interval }) => interval?.upper,
  },
  {
    ...{ name: 'estimate_numerator', heading: both('Skøn, tæller', 'Estimate, numerator') },
    ...{ places: ['estimate.numerator'], cell: ({ estimate }: ShownRow) => estimate.numerator },
  },
  {
    ...{ name: 'estimate_denominator', heading: both('Skøn, nævner', 'Estimate, denominator') },
    ...{ places: ['estimate.denominator'], cell: ({ estimate }: ShownRow) => estimate.denominator },
  },
  {
    ...{ name: 'estimate_percent', heading: both('Skøn (%)', 'Estimate (%)'), places: ESTIMATE },
    cell: ({ estimate }) => estimate.percent,
  },
  {
    ...{ name: 'estimate_interval_lower', heading: both('Skøn, 95 % KI, nedre', 'Estimate, 95 % CI, lower') },
    ...{ places: ESTIMATE, cell: ({ estimate }: ShownRow) => estimate.interval?.lower },
  },
  {
    ...{ name: 'estimate_interval_upper', heading: both('Skøn, 95 % KI, øvre', 'Estimate, 95 % CI, upper') },
    ...{ places: ESTIMATE, cell: ({ estimate }: ShownRow) => estimate.interval?.upper },
  },
  {
    ...{ name: 'lower_bound', heading: both('Nedre grænse (%)', 'Lower bound (%)'), places: BOUNDS },
    cell: ({ bounds }) => bounds.lower,
  },
  {
    ...{ name: 'upper_bound', heading: both('Øvre grænse (%)', 'Upper bound (%)'), places: BOUNDS },
    cell: ({ bounds }) => bounds.upper,
  },
  {
    ...{ name: 'unknown', heading: COLUMN_WORDS.unknown, places: ['unknown.inDenominator.count'] },
    cell: ({ unknown }) => unknown.inDenominator.count,
  },
  ...REASONS.map((reason) => ({
    name: `unknown_${reason.toLowerCase()}`,
    heading: both(`Uoplyst: ${REASON_WORDS[reason].da}`, `Unknown: ${REASON_WORDS[reason].en}`),
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
    ...{ name: 'not_applicable', heading: both('Ikke relevant', 'Not applicable'), places: ['notApplicable'] },
    cell: ({ notApplicable }) => notApplicable,
  },
  ...SECTOR_ORDER.map((sector) => ({
    name: `numerator_${sector.replace('-', '_')}`,
    heading: both(`Opfyldt af ${SECTOR_WORDS[sector].da}`, `Met by ${SECTOR_WORDS[sector].en}`),
    places: [`sectors.${sector}`],
    cell: ({ sectors }: ShownRow) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
  })),
];
