import type { PersonKey } from '../../kernel/clinical-event';
import { dayNumber, type Day } from '../../kernel/day';
import type { Journey } from '../../kernel/journey';
import type { Organisation } from '../../kernel/organisation';
import type { Cases } from '../../counting/domain/cases';

/** A pathway with its way between the sectors. */
export interface PathwayWithJourney {
  readonly person: PersonKey;
  readonly pathway: number;
  readonly indexDay: Day;
  /** The index hospital. */
  readonly hospital: Organisation;
  /** Of residence on the index day. */
  readonly municipality?: Organisation;
  readonly journey: Journey;
}

const NO_JOURNEY: Journey = {};

/**
 * The pathways of the population among counted cases, with an index day in a stretch of days: those that decisions
 * stand on, of patients who were adults on the index day (the same for every indicator, so the first one tells).
 * Those whose journey does not matter are passed over.
 */
export function* populationIn(
  cases: Cases,
  days: { readonly from: Day; readonly to: Day },
  matters: (journey: Journey) => boolean = () => true,
): Iterable<PathwayWithJourney> {
  const [from, to] = [dayNumber(days.from), dayNumber(days.to)];
  const isCounted = cases.marks.map(({ reason }, number) => number > 0 && reason !== 'UNDER_18');
  for (let slot = 0; slot < cases.length; slot += 1) {
    const person = cases.persons[slot];
    const indexDay = cases.indexDay[slot] as number;
    if (indexDay < from || indexDay > to) continue;
    if (person === null || person === undefined || isCounted[cases.mark[slot * cases.width] as number] !== true) {
      continue;
    }
    const journey = cases.journeys[slot] ?? NO_JOURNEY;
    if (matters(journey)) yield { person, ...cases.pathwayAt(slot), journey };
  }
}
