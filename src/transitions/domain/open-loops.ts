import type { PersonKey } from '../../kernel/clinical-event';
import { daysBetween, type Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { Organisation } from '../../kernel/organisation';
import type { Period } from '../../kernel/period';
import type { PathwayWithJourney } from './pathway-with-journey';
import type { TransitionBasis } from './handover-state';
import { handoversIn } from './transitions';

/** The standings of a referral that nobody is known to have taken up. */
export const LOOP_STANDINGS = ['open', 'lost', 'unknown'] as const;
export type LoopStanding = (typeof LOOP_STANDINGS)[number];

/** Which loops are asked for. */
export interface LoopQuestion {
  /** The referral's day lies in it. */
  readonly period: Period;
  /** The hospital that refers; absent: all. */
  readonly hospital?: Organisation;
  /** The municipality referred to; absent: all. */
  readonly municipality?: Organisation;
  readonly standing: LoopStanding;
}

/** A referral nobody is known to have taken up. */
export interface OpenLoop {
  readonly person: PersonKey;
  readonly pathway: number;
  readonly indexDay: Day;
  /** The hospital that refers. */
  readonly hospital: Organisation;
  /** The municipality referred to. */
  readonly municipality: Organisation;
  readonly referredOn: Day;
  readonly daysOpen: number;
  readonly standing: LoopStanding;
  /** The last day on which a start still counts for participation. */
  readonly recoverableUntil: Day;
  /** Days left to start, today included; 0 when it is too late. */
  readonly daysLeft: number;
  /** Why it is not known whether there was a start. */
  readonly trouble?: Trouble;
}

/** The open loops of a standing: those with the least time left first, then those open longest. */
export function openLoops(
  pathways: Iterable<PathwayWithJourney>,
  { period, hospital, municipality, standing }: LoopQuestion,
  basis: TransitionBasis,
): OpenLoop[] {
  const { asOf } = basis;
  const loops: OpenLoop[] = [];
  for (const travelled of pathways) {
    for (const [{ from, to, referredOn }, found] of handoversIn(travelled, period, basis)) {
      if (found.standing !== standing) continue;
      if ((hospital ?? from) !== from || (municipality ?? to) !== to) continue;
      const { person, pathway, indexDay } = travelled;
      const { recoverableUntil, trouble } = found;
      loops.push({
        person,
        pathway,
        indexDay,
        hospital: from,
        municipality: to,
        referredOn,
        daysOpen: daysBetween(referredOn, asOf),
        standing,
        recoverableUntil,
        daysLeft: Math.max(0, daysBetween(asOf, recoverableUntil) + 1),
        ...(trouble === undefined ? undefined : { trouble }),
      });
    }
  }
  return loops.sort(compareLoops);
}

function compareLoops(a: OpenLoop, b: OpenLoop): number {
  for (const field of ['recoverableUntil', 'referredOn', 'person', 'pathway', 'hospital', 'municipality'] as const) {
    if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
  }
  return 0;
}
