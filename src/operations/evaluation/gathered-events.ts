import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, ClinicalEventOf, PersonKey, Relation } from '../../kernel/clinical-event';
import { relationsIn } from '../../pathways/domain/fold-group';
import { relatedGroups } from '../../pathways/domain/persons';

/** Keys that have to be looked at together, and the events of each. */
interface Group {
  readonly keys: readonly PersonKey[];
  readonly eventsOf: (key: PersonKey) => readonly ClinicalEvent[];
}

/** Accepted events by person, with whom they relate to whom, and what is said of feeds. */
export class GatheredEvents {
  readonly feeds: ClinicalEventOf<'registry.feed-status'>[] = [];
  relations: Relation[] = [];
  private readonly byPerson = new Map<PersonKey, ClinicalEvent[]>();

  add(event: ClinicalEvent): void {
    if (event.kind === 'registry.feed-status') {
      this.feeds.push(event);
      return;
    }
    addUnder(this.byPerson, event.person, event);
    if (event.kind === 'person.status' || event.sharedWith !== undefined) this.relations.push(...relationsIn([event]));
  }

  get personCount(): number {
    return this.byPerson.size;
  }

  persons(): Iterable<PersonKey> {
    return this.byPerson.keys();
  }

  /** The events of some persons, which are forgotten here; what they relate stays. */
  takeOut(persons: readonly PersonKey[]): ClinicalEvent[] {
    const events = persons.flatMap((person) => this.byPerson.get(person) ?? []);
    for (const person of persons) this.byPerson.delete(person);
    return events;
  }

  /** Each group of related persons once; what is known of them is forgotten with it. */
  *groups(): Iterable<Group> {
    const eventsOf = (key: PersonKey): readonly ClinicalEvent[] => this.byPerson.get(key) ?? [];
    for (const keys of relatedGroups(this.byPerson.keys(), this.relations)) {
      yield { keys, eventsOf };
      for (const key of keys) this.byPerson.delete(key);
    }
  }
}
