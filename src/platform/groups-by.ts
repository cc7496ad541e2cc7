import type { PersonKey } from '../kernel/clinical-event';

/** The groups of keys that lead to one another, each with all keys that can be reached; one that leads nowhere is alone. */
export function groupsBy(
  persons: Iterable<PersonKey>,
  relatedTo: (person: PersonKey) => readonly PersonKey[],
): PersonKey[][] {
  const seen = new Set<PersonKey>();
  const groups: PersonKey[][] = [];
  for (const person of persons) {
    if (seen.has(person)) continue;
    const group = [person];
    seen.add(person);
    for (const member of group) {
      for (const other of relatedTo(member)) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}
