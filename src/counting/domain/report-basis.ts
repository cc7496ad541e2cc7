import type { DefinitionSet } from '../../kernel/definition';
import type { OrganisationList } from '../../kernel/organisation-list';

/** The label every working definition carries wherever a person sees it (domain.md, marks). */
export const WORKING_LABEL = 'arbejdsdefinition';

/** What a report is counted under. */
export interface ReportBasis {
  /** Set and version, e.g. `dhrd-2023/2`. */
  readonly id: string;
  readonly set: DefinitionSet;
  readonly policy: Readonly<Record<string, string>>;
  readonly organisations: OrganisationList;
  /** Of fewer than this no goal level and no change is told, and none is among the best or the worst. */
  readonly fewest: number;
}
