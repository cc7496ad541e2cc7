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
 * The pathways of the population among counted cases, each taken out of the columns once; after the cases have changed,
 * one that is as it was stays the same object, so that what was worked out about it stands.
 */
export class Pathways {
  private readonly known: (PathwayWithJourney | undefined)[] = [];
  /** By slot: in which state of the cases it was looked at last. */
  private readonly lookedAt: number[] = [];
  private state = 0;

  constructor(readonly cases: Cases) {}

  /** The cases may be others than before. */
  changed(): void {
    this.state += 1;
  }

  /**
   * Those with an index day in a stretch of days. Those without a referral or municipal start about the days of
   * `travelling` are passed over, where these are given.
   */
  in(days: Days, travelling?: Days): PathwayWithJourney[] {
    return slotsOfAdults(this.cases, days, travelling).map((slot) => this.of(slot));
  }

  /** Whoever was referred or started in a period, and some who were before and after. */
  travellingIn(period: Days): PathwayWithJourney[] {
    return this.in({ from: '0001-01-01', to: period.to }, period);
  }

  private of(slot: number): PathwayWithJourney {
    const before = this.known[slot];
    if (before !== undefined && this.lookedAt[slot] === this.state) return before;
    const now = this.at(slot);
    const found = before !== undefined && isSame(before, now) ? before : now;
    this.known[slot] = found;
    this.lookedAt[slot] = this.state;
    return found;
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

/** Whether all is the same; a journey that is told anew is another one. */
const isSame = (a: PathwayWithJourney, b: PathwayWithJourney): boolean =>
  a.journey === b.journey &&
  a.person === b.person &&
  a.pathway === b.pathway &&
  a.indexDay === b.indexDay &&
  a.hospital === b.hospital &&
  a.municipality === b.municipality &&
  a.key === b.key;
