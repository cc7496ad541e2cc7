import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import { digestOfJson } from '../../kernel/digest';
import { relationsIn } from '../../pathways/domain/fold-group';
import { relatedGroups } from '../../pathways/domain/persons';
import type { LoggedMessage } from '../../ports/event-log';
import { addDigests, digestNumber } from './digest-sum';

/** A person's events in short; sealed fields and what was stated, which stay in the log, do not count. */
export interface EventsDigest {
  readonly count: number;
  readonly sum: bigint;
}

/** What the log says of every key: digests of its events, and which keys are related. */
export class LoggedDigests {
  private readonly byKey = new Map<PersonKey, EventsDigest>();
  private readonly relations: Relation[] = [];

  add({ key, value }: LoggedMessage<ClinicalEvent>): void {
    const { count, sum } = this.of(key);
    this.byKey.set(key, { count: count + 1, sum: addDigests(sum, digestOfEvent(value)) });
    this.relations.push(...relationsIn([value]));
  }

  keys(): IterableIterator<PersonKey> {
    return this.byKey.keys();
  }

  /** Every key there is: those with events, and those that events only name. */
  known(): readonly PersonKey[] {
    return [...new Set([...this.byKey.keys(), ...this.groupNames().keys()])];
  }

  get size(): number {
    return this.byKey.size;
  }

  /** How many events there are in all. */
  get events(): number {
    let events = 0;
    for (const { count } of this.byKey.values()) events += count;
    return events;
  }

  of(key: PersonKey): EventsDigest {
    return this.byKey.get(key) ?? digestOfEvents([]);
  }

  /** The name of the group of every key that is related to others. */
  groupNames(): ReadonlyMap<PersonKey, string> {
    const names = new Map<PersonKey, string>();
    for (const keys of relatedGroups([], this.relations)) {
      const name = nameOfGroup(keys);
      for (const key of keys) names.set(key, name);
    }
    return names;
  }
}

export function digestOfEvents(events: readonly ClinicalEvent[]): EventsDigest {
  return { count: events.length, sum: events.reduce((sum, event) => addDigests(sum, digestOfEvent(event)), 0n) };
}

/** A group of related keys as a text, the same for any order. */
export const nameOfGroup = (keys: readonly PersonKey[]): string => [...keys].sort().join(' ');

const digestOfEvent = ({ sealed: _sealed, stated: _stated, ...event }: ClinicalEvent): bigint =>
  digestNumber(digestOfJson(event));
