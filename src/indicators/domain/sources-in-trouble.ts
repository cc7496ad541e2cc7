import type { Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { IndicatorDefinition } from '../../kernel/definition';
import { LAB_DATABASE, PRESCRIPTION_REGISTER, type Organisation, type Sector } from '../../kernel/organisation';
import type { Pathway } from '../../kernel/pathway';
import type { FeedCalendar } from './feed-calendar';
import type { TroubledSource } from './missed-days';

/** The organisations whose silence would matter to a pathway, in the order the indicator names its sources. */
export function sourcesOf({ sources }: Pick<IndicatorDefinition, 'sources'>, pathway: Pathway): Organisation[] {
  return sources.flatMap((sector) => organisationOf(sector, pathway) ?? []);
}

export function organisationOf(sector: Sector, { hospital, municipality }: Pathway): Organisation | undefined {
  switch (sector) {
    case 'hospital':
      return hospital;
    case 'municipality':
      return municipality;
    case 'laboratory':
      return LAB_DATABASE;
    case 'pharmacy':
      return PRESCRIPTION_REGISTER;
    default:
      return undefined; // Which practice a patient has is not known.
  }
}

/** The sources in trouble, and the trouble of the first of them, which is the one that is named. */
export interface SourcesInTrouble {
  readonly trouble?: Trouble;
  readonly sources: readonly TroubledSource[];
}

export const NO_TROUBLE: SourcesInTrouble = { sources: [] };

/** The sources in trouble on at least so many days of the index day through `last` (interface.md §3, Trouble). */
export function sourcesInTrouble(
  { sources }: Pick<IndicatorDefinition, 'sources'>,
  pathway: Pathway,
  feeds: FeedCalendar,
  last: Day,
  atLeastDays: number,
): SourcesInTrouble {
  let first: Trouble | undefined;
  const troubled: TroubledSource[] = [];
  for (const sector of sources) {
    const organisation = organisationOf(sector, pathway);
    if (organisation === undefined) continue;
    const trouble = feeds.troubleOf(organisation, pathway.indexDay, last, atLeastDays);
    if (trouble === undefined) continue;
    first ??= trouble;
    troubled.push({ sector, organisation });
  }
  return first === undefined ? NO_TROUBLE : { trouble: first, sources: troubled };
}
