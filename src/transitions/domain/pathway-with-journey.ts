import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Journey } from '../../kernel/journey';
import type { Organisation } from '../../kernel/organisation';
import type { Cases } from '../../counting/domain/cases';
import { slotsOfAdults } from '../../counting/domain/slots-of-adults';

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
  /** Its record key. */
  readonly key: number;
}

const NO_JOURNEY: Journey = {};

/**
 * The pathways of the population among counted cases, with an index day in a stretch of days. Those without a referral
 * or municipal start about the days of `travelling` are passed over, where these are given.
 */
export function* populationIn(
  cases: Cases,
  days: { readonly from: Day; readonly to: Day },
  travelling?: { readonly from: Day; readonly to: Day },
): Iterable<PathwayWithJourney> {
  for (const slot of slotsOfAdults(cases, days, travelling)) {
    const journey = cases.journeyAt(slot) ?? NO_JOURNEY;
    yield { person: cases.personAt(slot), ...cases.pathwayAt(slot), journey, key: cases.keyAt(slot) };
  }
}
