import { SECTOR_ORDER } from '../../../kernel/organisation';
import type { Cell } from '../../../kernel/table';
import type { CoverageRow } from '../../domain/patient-coverage/coverage-rows';
import { tableCsv } from '../../../platform/text/csv';
import type { CoverageReport } from '../../application/coverage-reports';

const COUNTS = ['population', 'reported', 'unreported', 'unreportedInTrouble', 'excluded', 'pending'] as const;
const COUNT_NAMES = {
  population: 'population',
  reported: 'reported',
  unreported: 'unreported',
  unreportedInTrouble: 'unreported_in_trouble',
  excluded: 'excluded',
  pending: 'pending',
} as const;

/** The coverage as CSV: a line a unit. */
export function coverageCsv(report: CoverageReport): string {
  const { definition, label, asOf, knownAt, period, level, context, rows } = report;
  const basis = {
    ...{ definition, label, period: period.name, from: period.from, to: period.to },
    ...{ as_of: asOf, known_at: knownAt, level, context },
  };
  const bySector = ({ sectors }: CoverageRow): Cell[] =>
    SECTOR_ORDER.map((sector) => sectors.find((one) => one.sector === sector)?.reported ?? 0);
  return tableCsv({
    name: 'coverage',
    columns: [
      ...Object.keys(basis),
      ...['unit', 'unit_name'],
      ...COUNTS.map((name) => COUNT_NAMES[name]),
      ...['percent', 'band'],
      ...SECTOR_ORDER.map((sector) => `reported_by_${sector.replace('-', '_')}`),
      ...['pathways_expected', 'pathways_expected_from', 'pathways_expected_to', 'pathways_here'],
    ],
    rows: rows.map((row) => [
      ...Object.values(basis),
      ...[row.unit.id, row.unit.name],
      ...COUNTS.map((name) => row[name]),
      ...[row.percent, row.band],
      ...bySector(row),
      ...(row.arrivals === null
        ? [null, null, null, null]
        : [row.arrivals.expected, row.arrivals.interval.lower, row.arrivals.interval.upper, row.arrivals.arrived]),
    ]),
  });
}
