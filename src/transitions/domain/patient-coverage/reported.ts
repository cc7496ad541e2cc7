import { earlierDay, type Day } from '../../../kernel/day';
import { endOfSpan } from '../../../kernel/span';
import type { Journey } from '../../../kernel/journey';
import type { Sector } from '../../../kernel/organisation';
import type { PathwayWithJourney } from '../pathway-with-journey';
import type { TransitionBasis } from '../handover-state';

/**
 * Where a pathway of the population stands on the as-of day:
 * `pending`, the window of participation has not closed; `reported`, an organisation has reported rehabilitation within
 * it; `excluded`, the patient died or emigrated within the window and none had; `unreported`, none has.
 */
type Reporting = 'pending' | 'reported' | 'excluded' | 'unreported';

export interface ReportedPathway {
  readonly reporting: Reporting;
  /** The last day of the window. */
  readonly due: Day;
  /** Sectors whose organisations have reported by the as-of day; a patient's own questionnaire is no report. */
  readonly sectors: readonly Sector[];
  /** Of an unreported one: the index hospital or the municipality was not heard from, so that we may not know. */
  readonly isInTrouble: boolean;
}

/** Tells of pathways what organisations have reported of them within their windows, by the as-of day of a basis. */
export function reportedOn(basis: TransitionBasis): (travelled: PathwayWithJourney) => ReportedPathway {
  const dues = new Map<Day, Day>();
  return (travelled) => {
    let due = dues.get(travelled.indexDay);
    if (due === undefined) dues.set(travelled.indexDay, (due = endOfSpan(travelled.indexDay, basis.window)));
    return reportedOf(travelled, basis, due);
  };
}

/** What organisations have reported of a pathway within its window, whose last day is `due`, by the as-of day. */
function reportedOf(
  { indexDay, hospital, municipality, journey }: PathwayWithJourney,
  { asOf, troubleDays, troubleOf }: Omit<TransitionBasis, 'window'>,
  due: Day,
): ReportedPathway {
  const sectors = sectorsHeardBy(earlierDay(asOf, due), journey);
  if (asOf <= due) return { reporting: 'pending', due, sectors, isInTrouble: false };
  if (sectors.length > 0) return { reporting: 'reported', due, sectors, isInTrouble: false };
  const { departed } = journey;
  if (departed !== undefined && departed.on <= due) return { reporting: 'excluded', due, sectors, isInTrouble: false };
  const isSilent = (organisation: string | undefined): boolean =>
    organisation !== undefined && troubleOf(organisation, indexDay, earlierDay(due, asOf), troubleDays) !== undefined;
  return { reporting: 'unreported', due, sectors, isInTrouble: isSilent(hospital) || isSilent(municipality) };
}

/** The sectors whose organisations had reported by a day. */
function sectorsHeardBy(day: Day, { reportedBy }: Journey): Sector[] {
  const sectors: Sector[] = [];
  for (const sector in reportedBy) {
    const on = reportedBy[sector as Sector];
    if (sector !== 'patient' && on !== undefined && on <= day) sectors.push(sector as Sector);
  }
  return sectors;
}
