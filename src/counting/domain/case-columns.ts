import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Journey } from '../../kernel/journey';
import type { Organisation } from '../../kernel/organisation';
import type { Credit, Mark } from './mark';

/** The columns as plain values, to be kept and read again. */
export interface CaseColumns {
  readonly indicators: readonly string[];
  readonly asOf: Day;
  readonly length: number;
  readonly persons: readonly (PersonKey | null)[];
  readonly organisations: readonly Organisation[];
  readonly marks: readonly Mark[];
  readonly credits: readonly Credit[];
  readonly journeys: readonly (Journey | undefined)[];
  readonly number: Uint8Array;
  readonly indexDay: Int32Array;
  readonly hospital: Uint16Array;
  readonly municipality: Uint16Array;
  readonly day: Int32Array;
  readonly windowEnd: Int32Array;
  readonly mark: Uint16Array;
  readonly credit: Uint32Array;
}
