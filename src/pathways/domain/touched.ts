import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { compareVersions, registrationOf } from '../../kernel/registration';
import type { PersonEvents } from './fold';

/**
 * Of the persons of one related group those that new events can have made others: whoever the events are about, and of
 * each registration they share with others whoever had it until then. Where one of them is a civil registration, which
 * may join and separate numbers, that is everyone.
 */
export function touchedPersons(persons: readonly PersonEvents[], arrived: readonly ClinicalEvent[]): PersonEvents[] {
  if (persons.length === 1 || arrived.some(({ kind }) => kind === 'person.status')) return [...persons];
  const touched = new Set<PersonKey>();
  const names = new Set<string>();
  const registrations = new Set<string>();
  for (const event of arrived) {
    touched.add(event.person);
    names.add(nameOf(event));
    registrations.add(registrationOf(event));
  }
  for (const { person } of holdersBefore(persons, registrations, names)) touched.add(person);
  return persons.filter(({ numbers }) => numbers.some((number) => touched.has(number)));
}

/** The greatest event of each registration among those that were there before. */
function holdersBefore(
  persons: readonly PersonEvents[],
  registrations: ReadonlySet<string>,
  arrived: ReadonlySet<string>,
): Iterable<ClinicalEvent> {
  const greatest = new Map<string, ClinicalEvent>();
  for (const { events } of persons) {
    for (const event of events) {
      const registration = registrationOf(event);
      if (!registrations.has(registration) || arrived.has(nameOf(event))) continue;
      const known = greatest.get(registration);
      if (known === undefined || compareVersions(known, event) < 0) greatest.set(registration, event);
    }
  }
  return greatest.values();
}

const nameOf = ({ source, id }: ClinicalEvent): string => `${source}\n${id}`;
