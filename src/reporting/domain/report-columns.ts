import type { OutcomeReason } from '../../kernel/decision';
import type { Bilingual } from '../../kernel/definition';
import type { Sector } from '../../kernel/organisation';
import type { Cell } from '../../kernel/table';
import type { TableRow } from './national-table';
import { COLUMN_WORDS, REASON_WORDS, SECTOR_WORDS } from './words';

/** A column of the exported table: its name for programs, its heading for people, and what stands there. */
export interface ReportColumn {
  readonly name: string;
  readonly heading: Bilingual;
  readonly cell: (row: TableRow) => Cell;
}

const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];
const SECTORS: readonly Sector[] = [
  'hospital',
  'municipality',
  'general-practice',
  'laboratory',
  'pharmacy',
  'patient',
];

const both = (da: string, en: string): Bilingual => ({ da, en });

/** One row's figures, in the order of the export. */
export const FIGURE_COLUMNS: readonly ReportColumn[] = [
  { name: 'numerator', heading: COLUMN_WORDS.numerator, cell: ({ numerator }) => numerator },
  { name: 'denominator', heading: COLUMN_WORDS.denominator, cell: ({ denominator }) => denominator },
  { name: 'percent', heading: both('Andel (%)', 'Share (%)'), cell: ({ percent }) => percent },
  {
    name: 'interval_lower',
    heading: both('95 % KI, nedre', '95 % CI, lower'),
    cell: ({ interval }) => interval?.lower,
  },
  {
    name: 'interval_upper',
    heading: both('95 % KI, øvre', '95 % CI, upper'),
    cell: ({ interval }) => interval?.upper,
  },
  {
    name: 'estimate_numerator',
    heading: both('Skøn, tæller', 'Estimate, numerator'),
    cell: ({ estimate }) => estimate.numerator,
  },
  {
    name: 'estimate_denominator',
    heading: both('Skøn, nævner', 'Estimate, denominator'),
    cell: ({ estimate }) => estimate.denominator,
  },
  { name: 'estimate_percent', heading: both('Skøn (%)', 'Estimate (%)'), cell: ({ estimate }) => estimate.percent },
  { name: 'lower_bound', heading: both('Nedre grænse (%)', 'Lower bound (%)'), cell: ({ bounds }) => bounds.lower },
  { name: 'upper_bound', heading: both('Øvre grænse (%)', 'Upper bound (%)'), cell: ({ bounds }) => bounds.upper },
  { name: 'unknown', heading: COLUMN_WORDS.unknown, cell: ({ unknown }) => unknown.inDenominator.count },
  ...REASONS.map((reason) => ({
    name: `unknown_${reason.toLowerCase()}`,
    heading: both(`Uoplyst: ${REASON_WORDS[reason].da}`, `Unknown: ${REASON_WORDS[reason].en}`),
    cell: ({ unknown }: TableRow) => unknown.inDenominator.reasons[reason] ?? 0,
  })),
  {
    name: 'denominator_unknown',
    heading: COLUMN_WORDS.denominatorUnknown,
    cell: ({ unknown }) => unknown.denominatorUnknown.count,
  },
  { name: 'pending', heading: COLUMN_WORDS.pending, cell: ({ pending }) => pending },
  { name: 'excluded', heading: COLUMN_WORDS.excluded, cell: ({ excluded }) => excluded },
  { name: 'not_applicable', heading: both('Ikke relevant', 'Not applicable'), cell: (row) => row.notApplicable },
  ...SECTORS.map((sector) => ({
    name: `numerator_${sector.replace('-', '_')}`,
    heading: both(`Opfyldt af ${SECTOR_WORDS[sector].da}`, `Met by ${SECTOR_WORDS[sector].en}`),
    cell: ({ sectors }: TableRow) => sectors.find((share) => share.sector === sector)?.numerator ?? 0,
  })),
];
