import type { PersonKey } from '../kernel/clinical-event';
import type { Day } from '../kernel/day';
import type { CountedDecision } from '../kernel/counted-decision';
import type { IndicatorDecision } from '../kernel/decision';
import type { Journey } from '../kernel/journey';
import type { PersonSetAside } from '../kernel/set-aside';
import type { Viewpoint } from '../kernel/viewpoint';

/** A person's decisions from a viewpoint, ordered by pathway, number. */
export interface DecidedPerson {
  readonly person: PersonKey;
  readonly decisions: readonly IndicatorDecision[];
  /** What a pathway is counted under, by pathway number minus one; also those with an index day after the viewpoint's. */
  readonly units: readonly PathwayUnits[];
}

/** The organisations a pathway is counted under, when it began, and its way between the sectors (never cut at a day). */
interface PathwayUnits {
  readonly hospital: string;
  readonly municipality?: string;
  readonly indexDay: Day;
  readonly journey: Journey;
}

/** A person's decisions as far as they are counted; journeys are left out, which no indicator rests on. */
export interface CountedPerson {
  readonly person: PersonKey;
  readonly decisions: readonly CountedDecision[];
  readonly units: readonly Omit<PathwayUnits, 'journey'>[];
}

/** One person looked at alone, with the keys of all the person's numbers as then known. */
export interface KnownPerson extends DecidedPerson {
  readonly numbers: readonly PersonKey[];
  /** Why there are no decisions although events are known. */
  readonly setAside?: PersonSetAside;
}

/** An entry of a person's history: when what became known or which day passed, and which decisions that changed. */
export interface HistoryEntry {
  readonly at: string;
  readonly asOf: Day;
  readonly cause: 'event' | 'deadline';
  /** The events that arrived at that moment. */
  readonly events: readonly {
    readonly source: string;
    readonly event: string;
    readonly kind: string;
    readonly record: string;
  }[];
  readonly decisions: readonly IndicatorDecision[];
  readonly withdrawn: readonly { readonly pathway: number; readonly indicator: string }[];
}

/** How a person's decisions came to be, oldest first. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  /** How many moments before the first entry are not gone through: 0 but for a person of very many events. */
  readonly earlierMoments: number;
}

/**
 * Decisions from any viewpoint.
 *
 * Promises: the same viewpoint and the same events give the same decisions, whatever was stored when; everyone with
 * a pathway comes once, but for those who are set aside.
 */
export abstract class DecisionSource {
  /** Everyone with a pathway, in bounded pages, in no particular order. */
  abstract everyone(viewpoint: Viewpoint): AsyncIterable<readonly DecidedPerson[]>;

  /** Everyone as `everyone`, with no more of each than is counted, which is sooner found. */
  abstract counted(viewpoint: Viewpoint): AsyncIterable<readonly CountedPerson[]>;

  /** One person by the key of any of the person's numbers; undefined when nothing is known of it. */
  abstract person(key: PersonKey, viewpoint: Viewpoint): Promise<KnownPerson | undefined>;

  /** How the person's decisions came to be, through the viewpoint's day; it takes a bounded time. */
  abstract history(key: PersonKey, viewpoint: Viewpoint): Promise<History>;
}
