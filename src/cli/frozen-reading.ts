import type { BookedReport } from '../ports/report-book';
import { reportHead, type ReportHead } from '../reporting/adapters/frozen-report.answer';
import type { FrozenReports } from '../reporting/application/frozen-reports';
import { UsageError } from './usage-error';

/** The report; a usage error that lists those there are when there is none. */
export async function foundReport(reports: FrozenReports, id: string): Promise<BookedReport> {
  const report = await reports.find(id);
  if (report === undefined) throw await noSuchReport(reports);
  return report;
}

/** Says that there is no such report, and which there are. */
export async function noSuchReport(reports: FrozenReports): Promise<UsageError> {
  const ids = (await reports.list()).map(({ id }) => id);
  const there = ids.length === 0 ? 'none is frozen yet' : `there is ${ids.join(', ')}`;
  return new UsageError(`There is no such report; ${there}.`);
}

/** A report in a few lines: what it is, and who did what when. */
export function headText({ id, state, digest, question, steps }: ReportHead): string {
  const { period, asOf, knownAt, definition } = question;
  const lines = [
    `${id}  ${state}  ${period.name}  as of ${asOf}  known at ${knownAt}  ${definition}`,
    `  ${digest}`,
    ...steps.map(({ step, by, at, note }) => `  ${at}  ${step} by ${by}${note === undefined ? '' : `: ${note}`}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Every report in a few lines each. */
export async function listText(reports: FrozenReports): Promise<string> {
  const listed = await reports.list();
  return listed.length === 0 ? 'No report is frozen yet.\n' : listed.map((one) => headText(reportHead(one))).join('\n');
}
