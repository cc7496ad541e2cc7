import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import { DecisionStore, type DecisionChange, type PersonDecisions } from '../../ports/decision-store';
import type { GonePerson } from '../../ports/pathway-state-store';
import { decisionsIn, differenceOf, linesOf } from '../decision-lines';
import type { MongoDatabase } from './mongo-database';
import { nextMoment } from './newest-states';
import { pagesOf } from './pages';
import type { DecisionsOnPerson, KeptDecisions } from './schemas';
import { StandingDecisions } from './standing-decisions';

export interface MongoDecisionOptions {
  /** The shares of the persons this process decides; undefined: all. */
  readonly owns?: () => readonly number[] | undefined;
  /** The share a person is in; the same in every process. */
  readonly shareOf?: (person: PersonKey) => number;
  /** How many persons' decisions are held in memory; only for a process that alone decides them. */
  readonly maxCachedPersons?: number;
}

type Filter = mongo.Filter<DecisionsOnPerson>;
type State = DecisionsOnPerson['state'];

/** Decisions in MongoDB: one document a person, one decision a line, so that lines tell what changed. */
export class MongoDecisionStore extends DecisionStore {
  private readonly decisions: mongo.Collection<DecisionsOnPerson>;
  private readonly standing: StandingDecisions;
  private readonly owns: () => readonly number[] | undefined;
  private readonly shareOf: (person: PersonKey) => number;

  constructor(
    database: MongoDatabase,
    { owns = () => undefined, shareOf = () => 0, maxCachedPersons = 0 }: MongoDecisionOptions = {},
  ) {
    super();
    this.decisions = database.collection('decisions');
    this.standing = new StandingDecisions(this.decisions, maxCachedPersons);
    this.owns = owns;
    this.shareOf = shareOf;
  }

  /** What would not replace what stands differs from nothing. */
  override async compare(
    decided: readonly PersonDecisions[],
    gone: readonly PersonKey[],
  ): Promise<readonly DecisionChange[]> {
    const before = await this.standing.of([...decided.map(({ person }) => person), ...gone]);
    const changes = [
      ...decided.map(({ person, eventCount, decisions }) => {
        const state = before.get(person);
        if (state !== undefined && state.count > eventCount) return undefined;
        return differenceOf(person, decisions, linesIn(state));
      }),
      ...gone.map((person) => {
        const lines = linesIn(before.get(person));
        return lines === undefined ? undefined : differenceOf(person, [], lines);
      }),
    ];
    return changes.filter((change) => change !== undefined);
  }

  override async put(decided: readonly PersonDecisions[]): Promise<void> {
    const at = nextMoment();
    await this.standing.put(
      decided.map(({ person, eventCount, basisDigest, decidedOn, deadline, decisions }) => {
        const until = deadline === undefined ? undefined : { deadline };
        const lines = linesOf(decisions).join('\n');
        return this.documentOf(person, { count: eventCount, at, basisDigest, on: decidedOn, ...until, lines });
      }),
    );
  }

  override async remove(persons: readonly GonePerson[]): Promise<void> {
    const at = nextMoment();
    await this.standing.put(
      persons.map(({ person, eventCount }) => this.documentOf(person, { count: eventCount, at, gone: true })),
    );
  }

  private documentOf(person: PersonKey, state: State): DecisionsOnPerson {
    return { _id: person, state, share: this.shareOf(person) };
  }

  override async load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PersonDecisions>> {
    const found = new Map<PersonKey, PersonDecisions>();
    for (const [person, state] of await this.standing.of(persons)) {
      if ('lines' in state) found.set(person, decisionsOf(person, state));
    }
    return found;
  }

  override due(day: Day, limit: number): Promise<readonly PersonKey[]> {
    return this.keysOf({ 'state.deadline': { $lte: day } }, limit, { 'state.deadline': 1 });
  }

  /** Two ranges, which leave out those who are gone and have no basis. */
  override outdated(basisDigest: string, limit: number): Promise<readonly PersonKey[]> {
    return this.keysOf(
      { $or: [{ 'state.basisDigest': { $lt: basisDigest } }, { 'state.basisDigest': { $gt: basisDigest } }] },
      limit,
    );
  }

  private async keysOf(filter: Filter, limit: number, sort: mongo.Sort = {}): Promise<readonly PersonKey[]> {
    const shares = this.owns();
    if (shares?.length === 0) return [];
    const owned = shares === undefined ? filter : ({ ...filter, share: { $in: shares } } as Filter);
    const options = { projection: { _id: 1 }, sort, limit, batchSize: limit };
    return (await this.decisions.find(owned, options).toArray()).map(({ _id }) => _id);
  }

  /** Those who are gone have no lines. */
  override count(): Promise<number> {
    return this.decisions.countDocuments({ 'state.lines': { $exists: true } });
  }

  override scan(atATime: number): AsyncIterable<readonly PersonDecisions[]> {
    return pagesOf(this.everyone(atATime), atATime);
  }

  private async *everyone(atATime: number): AsyncIterable<PersonDecisions> {
    for await (const { _id, state } of this.decisions.find({}).batchSize(atATime)) {
      if ('lines' in state) yield decisionsOf(_id, state);
    }
  }

  /** Forgets what is held in memory: others may decide these persons from now on. */
  forget(): void {
    this.standing.forget();
  }
}

const linesIn = (state: State | undefined): string | undefined =>
  state !== undefined && 'lines' in state ? state.lines : undefined;

function decisionsOf(person: PersonKey, { count, basisDigest, on, deadline, lines }: KeptDecisions): PersonDecisions {
  return {
    person,
    eventCount: count,
    basisDigest,
    decidedOn: on,
    ...(deadline === undefined ? undefined : { deadline }),
    decisions: decisionsIn(lines),
  };
}
