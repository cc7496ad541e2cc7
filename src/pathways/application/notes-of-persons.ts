import type { Note } from '../../intake/domain/note';
import { PersonNotes } from '../../intake/domain/person-notes';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { PopulationDefinition } from '../../kernel/definition';
import type { PersonEventStore } from '../../ports/person-event-store';
import { KnownPerson } from '../domain/effect-notes';

/** What is told of an event depends on the person's others where it needs a link, a start or something to retract. */
const isTold = ({ kind, status }: ClinicalEvent): boolean =>
  kind !== 'registry.feed-status' &&
  (status === 'retracted' || kind === 'hospital.procedure' || kind === 'municipality.end');

/** Tells events what they lack by the person's events, which are read once for all that are asked about together. */
export class NotesOfPersons extends PersonNotes {
  constructor(
    private readonly events: PersonEventStore,
    private readonly population: PopulationDefinition,
  ) {
    super();
  }

  override async of(events: readonly ClinicalEvent[]): Promise<ReadonlyMap<ClinicalEvent, readonly Note[]>> {
    const told = events.filter(isTold);
    const notes = new Map<ClinicalEvent, readonly Note[]>();
    if (told.length === 0) return notes;
    const groups = await this.events.joinedTo(new Set(told.map(({ person }) => person)));
    const eventsOf = await this.events.load(groups.flatMap(({ keys }) => keys));
    const greatest = await this.events.greatestOf(new Set(groups.flatMap(({ records }) => records)));
    const persons = new Map<PersonKey, KnownPerson>();
    for (const { keys } of groups) {
      const known = new KnownPerson(keys.flatMap(eventsOf), this.population, greatest);
      for (const key of keys) persons.set(key, known);
    }
    for (const event of told) {
      const found = persons.get(event.person)?.notesOn(event) ?? [];
      if (found.length > 0) notes.set(event, found);
    }
    return notes;
  }
}
