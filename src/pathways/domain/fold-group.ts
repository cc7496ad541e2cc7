import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { PopulationDefinition } from '../../kernel/definition';
import type { PersonPathways } from '../../kernel/pathway';
import { foldPerson } from './fold';
import { personsOf } from './persons';

/** Keys that have to be looked at together, and the events of each. */
interface Group {
  readonly keys: readonly PersonKey[];
  readonly eventsOf: (key: PersonKey) => readonly ClinicalEvent[];
}

/** The persons among related keys, each folded; whoever nothing is known of is left out. */
export function foldGroup({ keys, eventsOf }: Group, population: PopulationDefinition): PersonPathways[] {
  return personsOf(keys, eventsOf)
    .filter((person) => person.events.length > 0)
    .map((person) => foldPerson(person, population));
}
