import type { PersonKey, Relation } from '../../../kernel/clinical-event';
import { relatedGroups } from '../../../pathways/domain/persons';

/** What has to move so that each share has all of whom it decides. */
export interface Moves {
  /** For each share, whom it hands over to which other share. */
  readonly away: readonly ReadonlyMap<number, readonly PersonKey[]>[];
  /** For each share, the relations among those it decides. */
  readonly relations: readonly (readonly Relation[])[];
}

/**
 * Finds a home for everyone: whoever is known to one share and related to nobody stays; of related persons, and of a
 * person known to several shares, the first share that knows any of them is the home of all.
 */
export function movesBetween(holdings: readonly ReadonlySet<PersonKey>[], relations: readonly Relation[]): Moves {
  const knownTo = (person: PersonKey): number[] =>
    [...holdings.keys()].filter((share) => holdings[share]?.has(person) === true);
  const seen = new Set<PersonKey>();
  const several = new Set<PersonKey>();
  for (const holding of holdings) {
    for (const person of holding) if (seen.has(person)) several.add(person);
    for (const person of holding) seen.add(person);
  }
  const away = holdings.map(() => new Map<number, PersonKey[]>());
  const homes = new Map<PersonKey, number>();
  for (const group of relatedGroups(several, relations)) {
    const known = group.map((person) => ({ person, shares: knownTo(person) }));
    const home = Math.min(...known.flatMap(({ shares }) => shares));
    if (!Number.isFinite(home)) continue; // Nobody has an event of any of them.
    for (const { person, shares } of known) {
      homes.set(person, home);
      for (const share of shares) {
        if (share === home) continue;
        const leaving = away[share]?.get(home) ?? [];
        leaving.push(person);
        away[share]?.set(home, leaving);
      }
    }
  }
  const ofHome = holdings.map((_, share) => relations.filter(({ person }) => homes.get(person) === share));
  return { away, relations: ofHome };
}
