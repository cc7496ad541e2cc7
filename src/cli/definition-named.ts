import type { ReportsByDefinition } from '../reporting/application/reports-by-definition';
import type { IndicatorReports } from '../reporting/application/indicator-reports';
import { UsageError } from './usage-error';

/** Reports under a definition set named on the command line; a usage error that lists the sets when there is none. */
export async function reportsUnder(
  definitions: ReportsByDefinition,
  id: string | undefined,
): Promise<IndicatorReports> {
  const reports = await definitions.under(id);
  if (reports === undefined) throw await noSuchSet(definitions);
  return reports;
}

export async function noSuchSet(versions: Pick<ReportsByDefinition, 'ids'>): Promise<UsageError> {
  return new UsageError(`There is no such definition set; there is ${(await versions.ids()).join(', ')}.`);
}
