import type { PersonKey } from './clinical-event';
import type { Day } from './day';
import type { Journey } from './journey';
import type { Organisation } from './organisation';

/** Message of topic `pathway-changes`: a person was folded anew, or is no person of their own any more. */
export interface PathwayChange {
  readonly person: PersonKey;
  /** Events folded; of two changes of a person the one with more is newer. */
  readonly position: number;
  readonly cause: 'facts' | 'numbers' | 'definition';
  readonly numbers: readonly PersonKey[];
  readonly pathways: readonly {
    readonly number: number;
    readonly indexDay: Day;
    readonly hospital: Organisation;
    readonly municipality?: Organisation;
    /** Absent on messages from before journeys were told. */
    readonly journey?: Journey;
  }[];
  /** The person this one was merged into. */
  readonly mergedInto?: PersonKey;
}
