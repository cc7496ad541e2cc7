import { danishDay } from '../../kernel/day';
import { formatInstant } from '../../kernel/instant';
import type { DeliveredFile } from '../../ports/report-delivery';
import type { SubscriptionFormat, SubscriptionOrder } from '../../ports/subscription-book';
import { sealed } from '../../counting/domain/sealed';
import type { Charts } from '../../charts/application/charts';
import { fileName, type ExportReport } from '../../reporting/adapters/export-report';
import type { IndicatorReports } from '../../reporting/application/indicator-reports';
import type { ProduceReport } from '../application/produce-report';
import { type Report, type ReportQuestion } from '../../reporting/domain/report';
import { WORKING_LABEL } from '../../counting/domain/report-basis';
import type { DueReport } from '../domain/due-reports';
import { levelOfUnit, unitOf, usualContext } from '../../kernel/unit';
import { chartSvg } from '../../charts/adapters/svg/chart-svg';

/**
 * Makes a unit's report as files: its rows of the indicator table, and a trend of every indicator as SVG. Looked at
 * from the time it was due, as of that day and known at that moment, so that whenever it is made it is the same.
 */
export function unitReportFiles(reports: IndicatorReports, exporting: ExportReport, charts: Charts): ProduceReport {
  return async (order, due) => {
    const files: DeliveredFile[] = [];
    for (const format of order.formats) {
      if (format === 'svg') files.push(...(await trends(charts, order, due)));
      else files.push(await table(reports, exporting, { order, due, format }));
    }
    const { set, organisations } = reports.basis;
    return {
      unit: unitOf(order.unit, organisations).name,
      ...(set.provenance === 'working' ? { label: WORKING_LABEL } : undefined),
      files,
    };
  };
}

async function table(
  reports: IndicatorReports,
  exporting: ExportReport,
  {
    order: { unit, language },
    due,
    format,
  }: { order: SubscriptionOrder; due: DueReport; format: Exclude<SubscriptionFormat, 'svg'> },
): Promise<DeliveredFile> {
  const level = levelOfUnit(unit) ?? 'denmark';
  const report = await reports.report({ period: due.period, level, ...viewpointOf(due) });
  return exporting.write(onlyOf(report, unit), format, language, unit);
}

/** The rows of one unit under a digest of their own. */
function onlyOf({ digest: _digest, ...report }: Report, unit: string): Report {
  return sealed({ ...report, rows: report.rows.filter((row) => row.unit.id === unit) });
}

async function trends(
  charts: Charts,
  { unit, period: by, language }: SubscriptionOrder,
  due: DueReport,
): Promise<DeliveredFile[]> {
  const level = levelOfUnit(unit) ?? 'denmark';
  const viewpoint = viewpointOf(due);
  const files: DeliveredFile[] = [];
  for (const indicator of charts.basis.set.indicators) {
    const chart = await charts.trend({ indicator, unit, by, level, context: usualContext(level) }, viewpoint);
    const about = [due.period.name, unit, indicator.key];
    const name = fileName(about, { asOf: viewpoint.asOf, knownAt: formatInstant(due.due) }, 'svg');
    const content = Buffer.from(chartSvg(chart, language), 'utf8');
    files.push({ name, contentType: 'image/svg+xml; charset=utf-8', content });
  }
  return files;
}

const viewpointOf = ({ due }: DueReport): Required<Pick<ReportQuestion, 'asOf' | 'knownAt'>> => ({
  asOf: danishDay(due),
  knownAt: due,
});
