import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import type { PopulationDefinition } from '../../kernel/definition';
import { compareCodePoints } from '../../kernel/ordering';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside, type SetsAside } from '../../kernel/set-aside';
import { foldPerson, type PersonEvents } from './fold';
import { personsOf, relationsOf } from './persons';
import type { GreatestElsewhere } from './registrations';

/** Keys that have to be looked at together, and the events of each. */
interface Group {
  readonly keys: readonly PersonKey[];
  readonly eventsOf: (key: PersonKey) => readonly ClinicalEvent[];
  /** The greatest event of each registration that the keys share with others who are not among them. */
  readonly elsewhere?: GreatestElsewhere | undefined;
}

/**
 * What events relate. One that cannot be read relates nobody: whose it is cannot be folded either, is set aside, and is
 * related when tried again.
 */
export function relationsIn(events: Iterable<ClinicalEvent>): Relation[] {
  const relations: Relation[] = [];
  for (const event of events) {
    relations.push(
      ...(attemptFor(
        event.person,
        'folding',
        () => relationsOf(event),
        () => undefined,
      ) ?? []),
    );
  }
  return relations;
}

/** What came of folding one person of a group: by the keys of all the person's numbers. */
export type FoldedOf<T> =
  | { readonly result: 'folded'; readonly numbers: readonly PersonKey[]; readonly folded: T }
  | { readonly result: 'nothing-known'; readonly numbers: readonly PersonKey[] }
  | { readonly result: 'set-aside'; readonly numbers: readonly PersonKey[]; readonly setAside: PersonSetAside };

/**
 * Parts related keys into persons and folds each that `select` leaves by `fold`. Whoever that fails for is set aside by the first of the
 * person's keys; when the keys cannot even be parted, all of them are.
 */
export function foldEach<T>(
  { keys, eventsOf, elsewhere }: Group,
  fold: (person: PersonEvents) => T,
  select = (persons: PersonEvents[]): PersonEvents[] => persons,
): FoldedOf<T>[] {
  const outcomes: FoldedOf<T>[] = [];
  const failed = (numbers: readonly PersonKey[]) => (setAside: PersonSetAside) =>
    void outcomes.push({ result: 'set-aside', numbers, setAside });
  const persons =
    attemptFor(firstOf(keys), 'folding', () => select(personsOf(keys, eventsOf, elsewhere)), failed(keys)) ?? [];
  for (const person of persons) {
    const { numbers, events } = person;
    if (events.length === 0) {
      outcomes.push({ result: 'nothing-known', numbers });
      continue;
    }
    const folded = attemptFor(firstOf(numbers), 'folding', () => ({ of: fold(person) }), failed(numbers));
    if (folded !== undefined) outcomes.push({ result: 'folded', numbers, folded: folded.of });
  }
  return outcomes;
}

/** The same key whatever order the keys come in. */
const firstOf = (keys: readonly PersonKey[]): PersonKey => [...keys].sort(compareCodePoints)[0] ?? '';

/** How persons are folded where results are looked at; whoever is set aside is told and left out. */
export interface Folding {
  readonly population: PopulationDefinition;
  readonly setAside: SetsAside;
  readonly fold?: typeof foldPerson;
}

/** The persons among related keys, each folded; whoever nothing is known of is left out. */
export function foldGroup(group: Group, { population, setAside, fold = foldPerson }: Folding): PersonPathways[] {
  return foldEach(group, (person) => fold(person, population)).flatMap((one) => {
    if (one.result === 'set-aside') setAside(one.setAside);
    return one.result === 'folded' ? [one.folded] : [];
  });
}
