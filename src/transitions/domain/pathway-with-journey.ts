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

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The pathways of the population among counted cases, each taken out of the columns once; a new one is needed when the
 * cases have changed.
 */
export class Pathways {
  private readonly known: (PathwayWithJourney | undefined)[];

  constructor(private readonly cases: Cases) {
    this.known = new Array<PathwayWithJourney | undefined>(cases.length);
  }

  /**
   * Those with an index day in a stretch of days. Those without a referral or municipal start about the days of
   * `travelling` are passed over, where these are given.
   */
  in(days: Days, travelling?: Days): PathwayWithJourney[] {
    return slotsOfAdults(this.cases, days, travelling).map((slot) => (this.known[slot] ??= this.at(slot)));
  }

  /** Whoever was referred or started in a period, and some who were before and after. */
  travellingIn(period: Days): PathwayWithJourney[] {
    return this.in({ from: '0001-01-01', to: period.to }, period);
  }

  private at(slot: number): PathwayWithJourney {
    const { pathway, indexDay, hospital, municipality } = this.cases.pathwayAt(slot);
    const person = this.cases.personAt(slot);
    const journey = this.cases.journeyAt(slot) ?? NO_JOURNEY;
    const key = this.cases.keyAt(slot);
    if (municipality === undefined) return { person, pathway, indexDay, hospital, journey, key };
    return { person, pathway, indexDay, hospital, municipality, journey, key };
  }
}
