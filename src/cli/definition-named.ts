import type { DefinitionVersions } from '../reporting/application/definition-versions';
import type { IndicatorReports } from '../reporting/application/indicator-reports';
import { UsageError } from './usage-error';

/** Reports under a definition set named on the command line; a usage error that lists the sets when there is none. */
export async function reportsUnder(versions: DefinitionVersions, id: string | undefined): Promise<IndicatorReports> {
  const reports = await versions.reports(id);
  if (reports === undefined) throw await noSuchSet(versions);
  return reports;
}

export async function noSuchSet(versions: Pick<DefinitionVersions, 'ids'>): Promise<UsageError> {
  return new UsageError(`There is no such definition set; there is ${(await versions.ids()).join(', ')}.`);
}
