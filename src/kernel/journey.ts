import type { Intervention } from './clinical-event';
import type { Day } from './day';
import { SECTOR_ORDER, type Organisation, type Sector } from './organisation';
import type { CivilState, Fact, Pathway, ServiceFact } from './pathway';

interface JourneyReferral {
  readonly on: Day;
  /** The hospital that refers. */
  readonly from: Organisation;
  readonly to: Organisation;
  readonly interventions: readonly Intervention[];
}
interface JourneyStart {
  readonly on: Day;
  readonly municipality: Organisation;
  readonly course: string;
  /** When the municipality says it was asked. */
  readonly referredOn?: Day;
}
/** The first intervention of a municipality that had reported no start by then. */
interface JourneyDelivery {
  readonly on: Day;
  readonly municipality: Organisation;
}
interface JourneyEnd {
  readonly on: Day;
  readonly municipality: Organisation;
  readonly course: string;
  /** completed, stopped, transferred or died. */
  readonly outcome: string;
  readonly reason?: string;
}
/** A service a hospital knows of that somebody else delivered (`DELIVERED_ELSEWHERE`). */
interface JourneyElsewhere {
  readonly on: Day;
  readonly service: ServiceFact['kind'];
  /** The hospital that says so. */
  readonly source: Organisation;
  readonly by?: Organisation;
}

/**
 * A pathway's way between the sectors, without the measurements: what was asked of whom, what began and ended where,
 * and who has reported. Lists are absent when empty and ordered as facts are; everything is dated, so that a reader
 * can leave out what comes after the day it looks at.
 */
export interface Journey {
  readonly referrals?: readonly JourneyReferral[];
  readonly starts?: readonly JourneyStart[];
  readonly delivered?: readonly JourneyDelivery[];
  readonly ends?: readonly JourneyEnd[];
  readonly elsewhere?: readonly JourneyElsewhere[];
  /** The first day of a rehabilitation report by each sector that made one. */
  readonly reportedBy?: Readonly<Partial<Record<Sector, Day>>>;
  /** The first day, from the index day on, on which the person was dead or had emigrated. */
  readonly departed?: { readonly on: Day; readonly state: 'dead' | 'emigrated' };
}

const SERVICES_OF_MUNICIPALITIES: ReadonlySet<Fact['kind']> = new Set([
  'training',
  'diet',
  'smoking-cessation',
  'patient-education',
  'psychosocial',
]);

/**
 * True when a fact shows that rehabilitation was reported: a service that nothing holds back, a municipal start or
 * end, a measurement made in rehabilitation (HADS, hjertekost score, exercise capacity), or a smoking status by anyone
 * but general practice. A referral asks for rehabilitation and reports none; blood pressure, laboratory results,
 * dispensings and general practice's smoking status are told of everyone with the disease.
 */
export function isRehabilitationReport(fact: Fact): boolean {
  switch (fact.kind) {
    case 'referral':
    case 'blood-pressure':
    case 'laboratory':
    case 'dispensing':
      return false;
    case 'smoking-status':
      return fact.sector !== 'general-practice';
    default:
      return !('hindrances' in fact) || fact.hindrances === undefined;
  }
}

/** The journey within one pathway; `civilStates` are the person's, ordered by day. Equal pathways give equal journeys. */
export function journeyOf({ indexDay, facts }: Pathway, civilStates: readonly CivilState[] = []): Journey {
  const referrals: JourneyReferral[] = [];
  const starts: JourneyStart[] = [];
  const delivered: JourneyDelivery[] = [];
  const ends: JourneyEnd[] = [];
  const elsewhere: JourneyElsewhere[] = [];
  const firstBySector = new Map<Sector, Day>();
  /** Municipalities with a start or a delivery so far. */
  const begun = new Set<Organisation>();
  for (const fact of facts) {
    const { on, source } = fact;
    if (isRehabilitationReport(fact) && !firstBySector.has(fact.sector)) firstBySector.set(fact.sector, on);
    if (fact.kind === 'referral') {
      referrals.push({ on, from: source, to: fact.to, interventions: fact.interventions });
    } else if (fact.kind === 'municipal-start') {
      const { course, referredOn } = fact;
      begun.add(source);
      starts.push({ on, municipality: source, course, ...(referredOn === undefined ? undefined : { referredOn }) });
    } else if (fact.kind === 'municipal-end') {
      const { course, outcome, reason } = fact;
      ends.push({ on, municipality: source, course, outcome, ...(reason === undefined ? undefined : { reason }) });
    } else if (isMunicipalService(fact)) {
      if (!begun.has(source)) delivered.push({ on, municipality: source });
      begun.add(source);
    } else if ('hindrances' in fact && fact.hindrances?.includes('DELIVERED_ELSEWHERE') === true) {
      const { kind: service, by } = fact;
      elsewhere.push({ on, service, source, ...(by === undefined ? undefined : { by }) });
    }
  }
  const departed = departureFrom(indexDay, civilStates);
  return {
    ...(referrals.length === 0 ? undefined : { referrals }),
    ...(starts.length === 0 ? undefined : { starts }),
    ...(delivered.length === 0 ? undefined : { delivered }),
    ...(ends.length === 0 ? undefined : { ends }),
    ...(elsewhere.length === 0 ? undefined : { elsewhere }),
    ...(firstBySector.size === 0 ? undefined : { reportedBy: inOrder(firstBySector) }),
    ...(departed === undefined ? undefined : { departed }),
  };
}

/** A municipal intervention; the participation that a start counts as is none. */
function isMunicipalService({ kind, sector }: Fact): boolean {
  return sector === 'municipality' && SERVICES_OF_MUNICIPALITIES.has(kind);
}

function inOrder(firstBySector: ReadonlyMap<Sector, Day>): Partial<Record<Sector, Day>> {
  const found: Partial<Record<Sector, Day>> = {};
  for (const sector of SECTOR_ORDER) {
    const on = firstBySector.get(sector);
    if (on !== undefined) found[sector] = on;
  }
  return found;
}

function departureFrom(indexDay: Day, states: readonly CivilState[]): Journey['departed'] {
  for (const [at, { from, state }] of states.entries()) {
    const next = states[at + 1]?.from;
    if (state === 'alive' || (next !== undefined && next <= indexDay)) continue;
    return { on: from > indexDay ? from : indexDay, state };
  }
  return undefined;
}
