import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import { findByIds } from './find-by-ids';
import { NewestStates } from './newest-states';
import { PersonCache } from './person-cache';
import type { DecisionsOnPerson } from './schemas';

type State = DecisionsOnPerson['state'];

/** The decisions that stand, read and written through what is held of them in memory. */
export class StandingDecisions {
  private readonly newest: NewestStates<DecisionsOnPerson>;
  private readonly cache: PersonCache<State>;

  constructor(
    private readonly decisions: mongo.Collection<DecisionsOnPerson>,
    maxCachedPersons: number,
  ) {
    this.newest = new NewestStates(decisions);
    this.cache = new PersonCache(maxCachedPersons);
  }

  async of(persons: Iterable<PersonKey>): Promise<Map<PersonKey, State>> {
    const found = new Map<PersonKey, State>();
    const missing: PersonKey[] = [];
    for (const person of persons) {
      const held = this.cache.get(person);
      if (held === undefined) missing.push(person);
      else found.set(person, held);
    }
    const reading = this.cache.begin(missing);
    try {
      for (const [person, { state }] of await findByIds(this.decisions, missing)) {
        found.set(person, state);
        this.cache.hold(reading, person, state);
      }
    } finally {
      this.cache.end(reading);
    }
    return found;
  }

  async put(documents: readonly DecisionsOnPerson[]): Promise<void> {
    const writing = this.cache.begin(documents.map(({ _id }) => _id));
    let made: ReadonlySet<PersonKey> | undefined;
    try {
      made = await this.newest.put(documents);
    } finally {
      this.cache.end(writing);
      for (const { _id, state } of documents) {
        const held = this.cache.get(_id);
        // Of whom nothing is held, the store may have something newer, unless there was nothing at all.
        const stands = made !== undefined && (held === undefined ? made.has(_id) : held.count <= state.count);
        this.cache.changed(writing, _id, stands ? state : undefined);
      }
    }
  }

  forget(): void {
    this.cache.forget();
  }
}
