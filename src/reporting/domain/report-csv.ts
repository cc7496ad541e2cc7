import type { OutcomeReason } from '../../kernel/decision';
import type { Sector } from '../../kernel/organisation';
import type { TableRow } from './national-table';
import type { Report } from './report';

const REASONS: readonly OutcomeReason[] = ['NO_VALUE', 'SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];
const SECTORS: readonly Sector[] = [
  'hospital',
  'municipality',
  'general-practice',
  'laboratory',
  'pharmacy',
  'patient',
];

type Cell = string | number | null | undefined;

/** The report as CSV (RFC 4180, UTF-8, decimal point): one line a row, with what it was counted under on every line. */
export function reportCsv(report: Report): string {
  const { definition, label, policy, asOf, knownAt, period, level } = report;
  const policies = Object.entries(policy)
    .map(([name, option]) => `${name}=${option}`)
    .join(' ');
  const ground = [definition, label, policies, period.name, period.from, period.to, asOf, knownAt, level];
  const header = [
    ...['definition', 'label', 'policy', 'period', 'from', 'to', 'as_of', 'known_at', 'level'],
    ...['number', 'indicator', 'unit', 'unit_name', 'numerator', 'denominator', 'percent'],
    ...['estimate_numerator', 'estimate_denominator', 'estimate_percent', 'lower_bound', 'upper_bound', 'unknown'],
    ...REASONS.map((reason) => `unknown_${reason.toLowerCase()}`),
    ...['denominator_unknown', 'pending', 'excluded', 'not_applicable'],
    ...SECTORS.map((sector) => `numerator_${sector.replace('-', '_')}`),
  ];
  return [header, ...report.rows.map((row) => [...ground, ...cellsOf(row)])].map(lineOf).join('');
}

function cellsOf(row: TableRow): Cell[] {
  const { estimate, bounds, unknown } = row;
  return [
    ...[row.number, row.indicator, row.unit.id, row.unit.name, row.numerator, row.denominator, row.percent],
    ...[estimate.numerator, estimate.denominator, estimate.percent, bounds.lower, bounds.upper],
    unknown.inDenominator.count,
    ...REASONS.map((reason) => unknown.inDenominator.reasons[reason] ?? 0),
    ...[unknown.denominatorUnknown.count, row.pending, row.excluded, row.notApplicable],
    ...SECTORS.map((sector) => row.sectors.find((share) => share.sector === sector)?.numerator ?? 0),
  ];
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
