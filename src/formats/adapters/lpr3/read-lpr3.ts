import type { Delivered, Refused, ReadDelivery } from '../../domain/delivered';
import { inReportOrder } from '../../domain/lpr3/in-order';
import { openStaging } from '../register-tables/open-staging';
import { gatherFile } from './gather-file';
import { GatheredReports, type GatheredReport } from './gathered-reports';
import { KnownEntries, SPACES } from './known-entries';
import { loadLpr3 } from './lpr3-contracts';
import { ReportReplay } from './replay-report';
import { reportFiles } from './report-files';
import { StagedLists } from './staged-lists';

const BATCH = 2_000;

/**
 * Reads reports to LPR3 (docs/formats/lpr3.md; CDA R2 as the reporting documentation profiles it): a `.xml` file, or a
 * folder of them, in whatever order. Reports are put aside entry by entry, then read in the order of their time, so that
 * each replaces what was reported before it; `time` and `version` of what they state are the report's. Memory grows with
 * the number of reports alone, not with what they hold.
 */
export const readLpr3: ReadDelivery = async function* (path, asked) {
  const terms = loadLpr3();
  const { files, others } = await reportFiles(path);
  if (others.length > 0) yield others;
  const staging = openStaging(asked);
  try {
    const gathered = new GatheredReports(new StagedLists(staging, SPACES.reports));
    const reports: GatheredReport[] = [];
    const refused: Refused[] = [];
    let next = 0;
    for (const file of files) {
      const read = await gatherFile(file, terms, gathered, next);
      reports.push(...read.reports);
      refused.push(...read.refused);
      next = read.next;
    }
    if (refused.length > 0) yield refused;
    const replay = new ReportReplay(terms, gathered, new KnownEntries(staging), asked);
    let batch: Delivered[] = [];
    for (const report of inReportOrder(reports)) {
      for (const part of replay.of(report)) {
        batch.push(part);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  } finally {
    staging.close();
  }
};
