import { staffOf, type RelationKind } from '../../access/domain/relation';
import type { PersonKey } from '../../kernel/clinical-event';
import { daysBetween, type Day } from '../../kernel/day';
import type { IndicatorDecision, Outcome } from '../../kernel/decision';
import { isRehabilitationReport } from '../../kernel/journey';
import type { Organisation, Sector } from '../../kernel/organisation';
import type { Fact, Pathway, PersonPathways } from '../../kernel/pathway';

/** What of an indicator can still be done, or no more. */
interface ListedIndicator {
  readonly indicator: string;
  readonly number: number;
  readonly outcome: Outcome;
  readonly provisional?: 'met' | 'not-met';
  /** The last day on which a report still counts. */
  readonly until: Day;
  /** Days left, today included; 0 when it is too late. */
  readonly daysLeft: number;
}

/** When somebody who treats last saw the patient, as far as was reported. */
export interface LastContact {
  readonly on: Day;
  readonly organisation: Organisation;
  readonly sector: Sector;
  readonly what: Fact['kind'] | 'index-event';
  readonly daysSince: number;
}

/** Somebody else who reported rehabilitation of the patient: that little comes from here is no sign of poor care. */
export interface FollowedBy {
  readonly organisation: Organisation;
  readonly from: Day;
  readonly latest: Day;
}

/** A pathway of which something can still be done. */
export interface WorklistRow {
  readonly person: PersonKey;
  readonly pathway: number;
  readonly indexDay: Day;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  /** Whole years on the day it is looked from. */
  readonly age: number;
  /** By which relation it is shown; absent where none is asked for. */
  readonly relation?: RelationKind;
  readonly indicators: readonly ListedIndicator[];
  /** The first of the days by which something must have come. */
  readonly deadline: Day;
  readonly daysLeft: number;
  readonly lastContact: LastContact;
  readonly followedElsewhere: readonly FollowedBy[];
}

/** What of a worklist is asked for; what is absent does not matter, what is there holds together. */
export interface WorklistCriteria {
  /** Sectors whose reports an indicator is asked of. */
  readonly sector?: Sector;
  /** Of residence on the index day. */
  readonly municipality?: Organisation;
  /** The index hospital. */
  readonly hospital?: Organisation;
  /** Whole years, both included. */
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly indicator?: string;
  /** Absent: what can still be met, which is pending and not met so far. */
  readonly outcome?: Outcome;
  /** At most so many days left, today included, of what can still be done in time. */
  readonly within?: number;
  /** At least so many days since the last contact. */
  readonly daysSince?: number;
  readonly followedElsewhere?: boolean;
}

/** How a worklist is ordered: whoever was seen longest ago first, or what is due first. */
export const WORKLIST_ORDERS = ['deadline', 'last-contact'] as const;
export type WorklistOrder = (typeof WORKLIST_ORDERS)[number];

/** From where a worklist is looked at. */
export interface LookedFrom {
  readonly asOf: Day;
  /** Whose worklist it is; absent: nobody's. */
  readonly own?: Organisation;
  /** The sectors that report an indicator. */
  readonly sectorsOf: (indicator: string) => readonly Sector[];
}

const TREATING: ReadonlySet<Sector> = new Set(['hospital', 'municipality', 'general-practice']);

/** The rows of a person that meet the criteria; each pathway on its own. */
export function worklistRows(
  { person, born, pathways }: PersonPathways,
  decisions: readonly IndicatorDecision[],
  criteria: WorklistCriteria,
  from: LookedFrom,
): WorklistRow[] {
  const age = yearsBetween(born, from.asOf);
  return pathways.flatMap((pathway): WorklistRow[] => {
    const { number, indexDay, hospital, municipality } = pathway;
    const indicators = decisions
      .filter((decision) => decision.pathway === number && isListed(decision, criteria, from))
      .map((decision) => listed(decision, from.asOf))
      .filter((one) => isDueWithin(one, criteria.within))
      .sort((a, b) => a.number - b.number);
    const deadline = indicators.map(({ until }) => until).sort()[0];
    if (deadline === undefined) return [];
    const row: WorklistRow = {
      ...{ person, pathway: number, indexDay, hospital },
      ...(municipality === undefined ? undefined : { municipality }),
      age,
      indicators,
      deadline,
      daysLeft: daysLeft(deadline, from.asOf),
      lastContact: lastContact(pathway, from.asOf),
      followedElsewhere: followedBy(pathway, from.own ?? hospital, from.asOf),
    };
    return meets(row, criteria) ? [row] : [];
  });
}

/** Orders rows; equal ones by person and pathway. */
export function inWorklistOrder(rows: readonly WorklistRow[], order: WorklistOrder): WorklistRow[] {
  const dayOf = (row: WorklistRow): Day => (order === 'deadline' ? row.deadline : row.lastContact.on);
  const keyOf = (row: WorklistRow): string => [dayOf(row), row.deadline, row.person, row.pathway].join(' ');
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

function isListed(decision: IndicatorDecision, criteria: WorklistCriteria, { sectorsOf }: LookedFrom): boolean {
  const { indicator, outcome, provisional } = decision;
  if (criteria.indicator !== undefined && indicator !== criteria.indicator) return false;
  if (criteria.sector !== undefined && !sectorsOf(indicator).includes(criteria.sector)) return false;
  if (criteria.outcome !== undefined) return outcome === criteria.outcome;
  return outcome === 'pending' && provisional !== 'met';
}

function listed({ indicator, number, outcome, provisional, window }: IndicatorDecision, asOf: Day): ListedIndicator {
  return {
    ...{ indicator, number, outcome },
    ...(provisional === undefined ? undefined : { provisional }),
    until: window.to,
    daysLeft: daysLeft(window.to, asOf),
  };
}

/** Whether the deadline has not passed and lies so near. */
const isDueWithin = ({ daysLeft }: ListedIndicator, days: number | undefined): boolean =>
  days === undefined || (daysLeft > 0 && daysLeft <= days);

const daysLeft = (until: Day, asOf: Day): number => Math.max(0, daysBetween(asOf, until) + 1);

function meets({ municipality, hospital, age, lastContact, followedElsewhere }: WorklistRow, asked: WorklistCriteria) {
  return (
    (asked.municipality === undefined || municipality === asked.municipality) &&
    (asked.hospital === undefined || hospital === asked.hospital) &&
    (asked.ageFrom === undefined || age >= asked.ageFrom) &&
    (asked.ageTo === undefined || age <= asked.ageTo) &&
    (asked.daysSince === undefined || lastContact.daysSince >= asked.daysSince) &&
    (asked.followedElsewhere === undefined || followedElsewhere.length > 0 === asked.followedElsewhere)
  );
}

/** The latest fact by whoever treats; before any, the event the pathway began with. */
function lastContact({ indexDay, hospital, facts }: Pathway, asOf: Day): LastContact {
  const latest = facts.filter(({ on, sector }) => on <= asOf && TREATING.has(sector)).at(-1);
  const {
    on,
    source,
    sector,
    kind: what,
  } = latest ?? ({ on: indexDay, source: hospital, sector: 'hospital', kind: 'index-event' } as const);
  return { on, organisation: staffOf(source), sector, what, daysSince: daysBetween(on, asOf) };
}

/** Other organisations that reported rehabilitation, or delivered it as a hospital says, each with its first and last day. */
function followedBy({ facts }: Pathway, own: Organisation, asOf: Day): FollowedBy[] {
  const found = new Map<Organisation, FollowedBy>();
  for (const fact of facts) {
    const { on } = fact;
    const organisation = followerIn(fact);
    if (on > asOf || organisation === undefined || organisation === own) continue;
    found.set(organisation, { organisation, from: found.get(organisation)?.from ?? on, latest: on });
  }
  return [...found.values()];
}

function followerIn(fact: Fact): Organisation | undefined {
  if ('by' in fact && fact.by !== undefined) return fact.by;
  return TREATING.has(fact.sector) && isRehabilitationReport(fact) ? staffOf(fact.source) : undefined;
}

/** Whole years from a birthday to a day. */
function yearsBetween(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
