import type { PersonKey } from '../../kernel/clinical-event';
import type { MongoDatabase } from './mongo-database';
import { MongoNotes } from './mongo-notes';
import { MongoPathwayStateStore } from './mongo-pathway-state-store';
import { MongoPersonEventStore } from './mongo-person-event-store';
import { REBUILT } from './schemas';
import { FollowingPathwayStates, FollowingPersonEvents } from './generation-stores';

/** One set of everything that is folded from the log; the first has no name. */
export interface Generation {
  readonly name: string | undefined;
  readonly events: MongoPersonEventStore;
  readonly states: MongoPathwayStateStore;
}

/** The note that names the generation in use. */
const IN_USE = 'generation';

/**
 * The consumer group that folds into a generation. Each has its own, so that what the group has committed is exactly
 * what its generation holds.
 */
export const foldingGroupOf = (generation: string | undefined): string =>
  generation === undefined ? 'pathways' : `pathways-${generation}`;

/**
 * Which generation of the states is in use: a note in the database says so, a rebuild changes it. The stores here are
 * those of the generation that was in use when it was last looked at.
 */
export class Generations {
  readonly events = new FollowingPersonEvents(() => this.current.events);
  readonly states = new FollowingPathwayStates(() => this.current.states);
  readonly notes: MongoNotes;
  private current: Generation;

  /** Before `follow` it is the first generation. */
  constructor(
    private readonly database: MongoDatabase,
    private readonly options: { readonly maxCachedEvents: number },
  ) {
    this.notes = new MongoNotes(database);
    this.current = this.of(undefined);
  }

  /** The name of the generation that is used here now. */
  get name(): string | undefined {
    return this.current.name;
  }

  /** The consumer group that folds into it. */
  get foldingGroup(): string {
    return foldingGroupOf(this.name);
  }

  /** The stores of a generation. */
  of(name: string | undefined): Generation {
    const generation = name === undefined ? {} : { generation: name };
    return {
      name,
      events: new MongoPersonEventStore(this.database, { ...this.options, ...generation }),
      states: new MongoPathwayStateStore(this.database, generation),
    };
  }

  /** The name of the generation that is in use by now. */
  inUse(): Promise<string | undefined> {
    return this.notes.read(IN_USE);
  }

  /** Uses the generation that is in use by now; true when that is another than before. */
  async follow(): Promise<boolean> {
    const name = await this.inUse();
    if (name === this.name) return false;
    this.current = this.of(name);
    return true;
  }

  /** From now on everybody is to use this one. */
  async take(name: string): Promise<void> {
    await this.notes.write(IN_USE, name);
  }

  /** The name of the generation after the one that is used here. */
  get nameOfNext(): string {
    return nameOf(numberOf(this.name) + 1) as string;
  }

  /** Drops a generation that nobody uses. */
  async drop(name: string | undefined): Promise<void> {
    if (name !== undefined) await this.database.dropGeneration(name);
    else for (const collection of REBUILT) await this.database.collection(collection).drop();
  }

  /** Drops what earlier rebuilds may have left: generations from before, and a next one that was broken off. */
  async dropLeft(): Promise<void> {
    for (let number = 1; number < numberOf(this.name); number += 1) await this.drop(nameOf(number));
    await this.drop(this.nameOfNext);
  }

  /** Takes decisions away without a trace, so that any others may stand. */
  async forgetDecisions(persons: readonly PersonKey[]): Promise<void> {
    const decisions = this.database.collection('decisions');
    for (const _id of persons) await decisions.deleteOne({ _id });
  }
}

/** Generations are numbered; the first has no name. */
const numberOf = (name: string | undefined): number => (name === undefined ? 1 : Number(name.slice(1)));
const nameOf = (number: number): string | undefined => (number === 1 ? undefined : `g${number}`);
