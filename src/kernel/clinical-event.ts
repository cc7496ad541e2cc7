import type { Day } from './day';
import type { EventData, Measurement } from './event-data';
import type { EventKind } from './event-kinds';
import type { Organisation } from './organisation';

/** A person's key: `p_` and 128 bits of HMAC-SHA256 over the CPR, base64url. */
export type PersonKey = string;

export type Intervention = EventData['municipality.intervention']['kind'];
export type SmokingStatus = EventData['danheart.form']['smokingStatus'];
export type BloodPressure = EventData['danheart.form']['bloodPressure'];
export type Hads = NonNullable<EventData['danheart.form']['hads']>;

/** A measured or answered value beside its kind (interface.md §1). */
export type Measured = Measurement extends infer M ? (M extends M ? Omit<M, 'measuredOn'> : never) : never;

/** What goes without saying in a source event and can be stated all the same; several are written with blanks between. */
export const STATED_DEFAULTS = [
  'version',
  'status',
  'version status',
  'datacontenttype',
  'version datacontenttype',
  'status datacontenttype',
  'version status datacontenttype',
] as const;

export type StatedDefaults = (typeof STATED_DEFAULTS)[number];

export type RegistrationStatus = 'active' | 'retracted';

/** An accepted event as the rooms after intake see it: no CPR, a person key instead. */
export interface ClinicalEventOf<K extends EventKind> {
  /** The person's key; for a feed status the organisation it speaks of. */
  readonly person: PersonKey;
  readonly kind: K;
  readonly source: Organisation;
  readonly id: string;
  readonly recordId: string;
  readonly version: number;
  readonly status: RegistrationStatus;
  /** When the source recorded it: milliseconds since 1970-01-01T00:00Z. */
  readonly time: number;
  /** When it was received, likewise. */
  readonly receivedAt: number;
  /** The person's date of birth by the CPR; absent on a feed status. */
  readonly born?: Day | undefined;
  /** Complete when active; of a retracted event only what the source still gave. */
  readonly data: EventData[K];
  /** Fields the program does not know, sealed as they came; only in the log. */
  readonly sealed?: string;
  /**
   * Which of version 1, status `active` and data content type `application/json` the source stated, so that the event
   * can be written as it came; only in the log.
   */
  readonly stated?: StatedDefaults | undefined;
  /** Another person with events of this same registration: a correction may move a record to another CPR. */
  readonly sharedWith?: PersonKey;
}

/** An accepted event of one of the kinds `K`, of any kind when none is named. */
export type ClinicalEvent<K extends EventKind = EventKind> = { [P in K]: ClinicalEventOf<P> }[K];

/** Two keys that have to be looked at together: one number replaced the other, or both sent the same registration. */
export interface Relation {
  readonly person: PersonKey;
  readonly other: PersonKey;
  /** The registration both sent, by its name; absent where one number replaced the other. */
  readonly record?: string;
}
