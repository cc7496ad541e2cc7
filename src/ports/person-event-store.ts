import type { ClinicalEvent, PersonKey, Relation } from '../kernel/clinical-event';

/** A clinical event at its place in the log. */
export interface PlacedEvent {
  /** Offset in the partition that holds all of the person's events. */
  readonly offset: number;
  readonly event: ClinicalEvent;
}

/** Keys that were looked at together, and how many events they had. */
export interface FoldedGroup {
  readonly keys: readonly PersonKey[];
  readonly eventCount: number;
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

  /** The groups of related keys that the given keys are in; a key without relations is a group of its own. */
  abstract groupsOf(persons: Iterable<PersonKey>): Promise<readonly (readonly PersonKey[])[]>;

  /** The events of the given keys; a key without events has none. */
  abstract load(persons: Iterable<PersonKey>): Promise<(key: PersonKey) => readonly ClinicalEvent[]>;

  /**
   * Keys of groups that have got events or relations since they were loaded. Where several processes append, whoever
   * wrote a result asks this afterwards: then the last to write has seen everything. Empty inside a unit of work.
   */
  abstract overtaken(groups: readonly FoldedGroup[]): Promise<readonly PersonKey[]>;

  /** Everyone who is related to others, and to whom directly; each relation stands with both. */
  abstract relations(): Promise<ReadonlyMap<PersonKey, readonly PersonKey[]>>;

  /** All persons, in groups, a bounded number of groups at a time. */
  abstract scan(groupsAtATime: number): AsyncIterable<readonly RelatedEvents[]>;
}
