import type { Cell } from '../../../kernel/table';
import { tableCsv } from '../../../platform/text/csv';
import type { Distribution } from '../../domain/distribution';
import type { TransitionCounts } from '../../domain/tally';
import type { Unit } from '../../../kernel/unit';
import { TRANSITION_COUNTS } from '../transition-columns';
import type { TransitionReport } from '../../application/transition-reports';

const DAYS = ['median', 'lowerQuartile', 'upperQuartile', 'p90'] as const;
const DAY_NAMES = { median: 'median', lowerQuartile: 'q1', upperQuartile: 'q3', p90: 'p90' } as const;

/** The transitions as CSV: the total first, then a line a pair. */
export function transitionsCsv(report: TransitionReport): string {
  const { definition, label, asOf, knownAt, period } = report;
  const basis = {
    definition,
    label,
    period: period.name,
    from: period.from,
    to: period.to,
    as_of: asOf,
    known_at: knownAt,
  };
  const daysCells = (days: Distribution): Cell[] => DAYS.map((name) => days[name]);
  const cellsOf = (hospital: Unit | undefined, municipality: Unit | undefined, row: TransitionCounts): Cell[] => [
    ...Object.values(basis),
    ...[hospital?.id ?? 'all', hospital?.name, municipality?.id ?? 'all', municipality?.name],
    ...TRANSITION_COUNTS.map(([, count]) => count(row)),
    ...daysCells(row.daysToStart),
    ...daysCells(row.daysToEnd),
    row.dropOut.map(({ reason, count }) => `${reason}: ${count}`).join('; '),
  ];
  return tableCsv({
    name: 'transitions',
    columns: [
      ...Object.keys(basis),
      ...['hospital', 'hospital_name', 'municipality', 'municipality_name'],
      ...TRANSITION_COUNTS.map(([name]) => name),
      ...DAYS.map((name) => `days_to_start_${DAY_NAMES[name]}`),
      ...DAYS.map((name) => `days_to_end_${DAY_NAMES[name]}`),
      'drop_out',
    ],
    rows: [
      cellsOf(report.hospital, report.municipality, report.total),
      ...report.pairs.map((row) => cellsOf(row.hospital, row.municipality, row)),
    ],
  });
}
