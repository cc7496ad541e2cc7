import type { PersonKey } from './clinical-event';
import type { Day } from './day';
import type { Journey } from './journey';
import type { Organisation } from './organisation';

/** Message of topic `pathway-changes`: a person was folded anew, or is no person of their own any more. */
export interface PathwayChange {
  readonly person: PersonKey;
  /** Rises with the events that were seen; of two changes of a person the one with more is newer. */
  readonly position: number;
  readonly cause: 'facts' | 'numbers' | 'definition';
  /** Of very many the first. */
  readonly numbers: readonly PersonKey[];
  /** How many numbers there are; absent where all are told. */
  readonly numbersInAll?: number;
  readonly pathways: readonly {
    readonly number: number;
    readonly indexDay: Day;
    readonly hospital: Organisation;
    readonly municipality?: Organisation;
    /** Absent where it is long: then it is to be read where it stands with the person. */
    readonly journey?: Journey;
  }[];
  /** The person this one was merged into. */
  readonly mergedInto?: PersonKey;
}
