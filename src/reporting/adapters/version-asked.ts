import { Problem } from '../../platform/http/problem';
import type { DefinitionVersions } from '../application/definition-versions';
import type { IndicatorReports } from '../application/indicator-reports';

/** Reports under a definition set (without one the set in force); a problem that lists the sets when there is none. */
export async function versionAsked(versions: DefinitionVersions, id: string | undefined): Promise<IndicatorReports> {
  const reports = await versions.reports(id);
  if (reports === undefined) throw await noSuchVersion(versions);
  return reports;
}

export async function noSuchVersion(versions: DefinitionVersions): Promise<Problem> {
  return new Problem(404, `There is no such definition set; there is ${(await versions.ids()).join(', ')}.`);
}
