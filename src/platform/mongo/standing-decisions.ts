import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import { findByIds } from './find-by-ids';
import { NewestStates } from './newest-states';
import { PersonCache } from './person-cache';
import type { DecisionsOnPerson } from './schemas';
import { unchangedIn, UnchangedStates } from './unchanged-states';

type State = DecisionsOnPerson['state'];

/** The decisions that stand, read and written through what is held of them in memory. */
export class StandingDecisions {
  private readonly newest: NewestStates<DecisionsOnPerson>;
  private readonly unchanged: UnchangedStates;
  private readonly cache: PersonCache<State>;

  constructor(
    private readonly decisions: mongo.Collection<DecisionsOnPerson>,
    maxCachedPersons: number,
  ) {
    this.newest = new NewestStates(decisions);
    this.unchanged = new UnchangedStates(decisions);
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
      made = await this.write(documents);
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

  /** Writes what differs from what is held, and tells the rest; resolves with the persons there was nothing of. */
  private async write(documents: readonly DecisionsOnPerson[]): Promise<ReadonlySet<PersonKey>> {
    const unchanged = documents.flatMap(({ _id, state }) => unchangedIn(_id, this.cache.get(_id), state) ?? []);
    if (!(await this.unchanged.tell(unchanged))) return this.newest.put(documents);
    const told = new Set(unchanged.map(({ _id }) => _id));
    return this.newest.put(documents.filter(({ _id }) => !told.has(_id)));
  }

  forget(): void {
    this.cache.forget();
  }
}
