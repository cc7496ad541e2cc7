import type { ClinicalEvent, PersonKey, Relation } from '../kernel/clinical-event';
import type { Day } from '../kernel/day';
import type { Organisation } from '../kernel/organisation';

/** A clinical event at its place in the log. */
export interface PlacedEvent {
  /** Offset in the partition that holds all of the person's events. */
  readonly offset: number;
  readonly event: ClinicalEvent;
}

/** Keys that number changes lead between, in force or not, and the registrations that others have sent too, by name. */
export interface JoinedKeys {
  readonly keys: readonly PersonKey[];
  readonly records: readonly string[];
}

/** Keys that were folded together, how many events they had, and the greatest event of each record they share. */
export interface FoldedGroup extends JoinedKeys {
  readonly eventCount: number;
  readonly greatest: ReadonlyMap<string, ClinicalEvent>;
}

/** Another event is the greatest of a shared record than the one that was kept. */
export interface GreatestChange {
  readonly record: string;
  /** Absent where none was kept. */
  readonly before?: ClinicalEvent;
  readonly now: ClinicalEvent;
}

/** Days of receipt, both included; absent where it does not matter. */
export interface DaysOfReceipt {
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
}

/** The events of keys that have to be looked at together. */
export interface RelatedEvents {
  readonly keys: readonly PersonKey[];
  readonly eventsOf: (key: PersonKey) => readonly ClinicalEvent[];
}

/**
 * Every person's clinical events, appended and never rewritten, with the relations between keys.
 *
 * Promises: an event at or below the person's last offset is already there and is passed over, so appending a batch
 * again changes nothing; what was appended is loaded whole.
 */
export abstract class PersonEventStore {
  /** Appends events of one partition, in the order of their offsets. */
  abstract append(events: readonly PlacedEvent[]): Promise<void>;

  /** Remembers relations; repeating one changes nothing. */
  abstract relate(relations: readonly Relation[]): Promise<void>;

  /**
   * The groups of keys that the given keys are related to, by numbers or by registrations; a key without relations is a
   * group of its own. For whoever looks at everyone: those of one registration may be very many.
   */
  abstract groupsOf(persons: Iterable<PersonKey>): Promise<readonly (readonly PersonKey[])[]>;

  /** The given keys with those that number changes lead to. Whoever only shares a registration is not among them. */
  abstract joinedTo(persons: Iterable<PersonKey>): Promise<readonly JoinedKeys[]>;

  /** The greatest events kept of shared registrations, by name; none where none was kept yet. */
  abstract greatestOf(records: Iterable<string>): Promise<ReadonlyMap<string, ClinicalEvent>>;

  /** Keeps greatest events in place of those kept before; where another was put meanwhile, that one stays. */
  abstract keepGreatest(changes: readonly GreatestChange[]): Promise<void>;

  /** The events of the given keys; a key without events has none. */
  abstract load(persons: Iterable<PersonKey>): Promise<(key: PersonKey) => readonly ClinicalEvent[]>;

  /**
   * Keys of groups that have got events, relations or a greatest event since they were loaded. Where several processes
   * append, whoever wrote a result asks this afterwards: then the last to write has seen everything. Empty inside a unit
   * of work.
   */
  abstract overtaken(groups: readonly FoldedGroup[]): Promise<readonly PersonKey[]>;

  /** Everyone whom number changes relate to others, and to whom directly; each relation stands with both. */
  abstract relations(): Promise<ReadonlyMap<PersonKey, readonly PersonKey[]>>;

  /** Every registration that several persons sent, by name, and who they are. */
  abstract sharings(): Promise<ReadonlyMap<string, readonly PersonKey[]>>;

  /**
   * The next persons a source reported something of, after one or from the beginning, at most so many, in an order that
   * stays. With `received` whoever had nothing of the source received then may be left out, which spares reading them.
   */
  abstract reportedBy(
    source: Organisation,
    after: PersonKey | undefined,
    limit: number,
    received?: DaysOfReceipt,
  ): Promise<readonly PersonKey[]>;

  /** All persons, in groups, a bounded number of groups at a time. */
  abstract scan(groupsAtATime: number): AsyncIterable<readonly RelatedEvents[]>;
}
