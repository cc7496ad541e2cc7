import { tableCsv } from '../../../platform/text/csv';
import type { Report } from '../../domain/report';
import { FIGURE_COLUMNS } from '../report-columns';

/** The report as CSV: one line a row, with what it was counted under on every line. */
export function reportCsv(report: Report): string {
  const { definition, label, policy, asOf, knownAt, period, level, context, interval, view } = report;
  const policies = Object.entries(policy)
    .map(([name, option]) => `${name}=${option}`)
    .join(' ');
  const basis = {
    ...{ definition, label, policy: policies, period: period.name, from: period.from, to: period.to },
    ...{ as_of: asOf, known_at: knownAt, level, context, interval_method: interval, view },
  };
  return tableCsv({
    name: 'report',
    columns: [
      ...Object.keys(basis),
      ...['number', 'indicator', 'unit', 'unit_name'],
      ...FIGURE_COLUMNS.map(({ name }) => name),
    ],
    rows: report.rows.map((row) => [
      ...Object.values(basis),
      ...[row.number, row.indicator, row.unit.id, row.unit.name],
      ...FIGURE_COLUMNS.map(({ cell }) => cell(row)),
    ]),
  });
}
