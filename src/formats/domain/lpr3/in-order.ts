import type { ReportHeader } from './report-header';

type Dated = Pick<ReportHeader, 'set' | 'time' | 'version'>;

/**
 * Reports in the order they are to be read: by time, and those of one set by their version, whose count is what says which
 * replaces which. Reports that neither tells apart keep the order they came in.
 */
export function inReportOrder<T extends Dated>(reports: readonly T[]): readonly T[] {
  const bySet = new Map<string, T[]>();
  for (const report of reports) {
    const ofSet = bySet.get(report.set);
    if (ofSet === undefined) bySet.set(report.set, [report]);
    else ofSet.push(report);
  }
  const placed: { readonly report: T; readonly time: string; readonly at: number }[] = [];
  const came = new Map(reports.map((report, at) => [report, at]));
  for (const ofSet of bySet.values()) {
    let time = '';
    for (const report of ofSet.sort((a, b) => a.version - b.version || compare(a.time, b.time))) {
      if (report.time > time) time = report.time;
      placed.push({ report, time, at: came.get(report) ?? 0 });
    }
  }
  return placed
    .sort((a, b) => compare(a.time, b.time) || inSet(a.report, b.report) || a.at - b.at)
    .map(({ report }) => report);
}

const inSet = (a: Dated, b: Dated): number => (a.set === b.set ? a.version - b.version : compare(a.set, b.set));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
