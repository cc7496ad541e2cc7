import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import type { FindingCode, PersonFinding } from '../../kernel/finding';
import type { PersonPathways } from '../../kernel/pathway';
import { PathwayStateStore, type GonePerson, type Page, type PathwayState } from '../../ports/pathway-state-store';
import { packPerson, unpackPerson } from '../sqlite/pathway-codec';
import { findByIds } from './find-by-ids';
import { noteId, type MongoDatabase } from './mongo-database';
import { NewestStates, nextMoment } from './newest-states';
import { pagesOf } from './pages';
import type { Note, PathwayStateOfPerson } from './schemas';
import { updateByIds } from './write-many';

/** Folded persons in MongoDB, one document each; of two foldings the one of more events stands. */
export class MongoPathwayStateStore extends PathwayStateStore {
  private readonly states: mongo.Collection<PathwayStateOfPerson>;
  private readonly notes: mongo.Collection<Note>;
  private readonly newest: NewestStates<PathwayStateOfPerson>;
  private readonly population: string;

  /** `generation` names another set of states beside the one in use. */
  constructor(database: MongoDatabase, { generation }: { readonly generation?: string } = {}) {
    super();
    this.states = database.collection('pathway_states', generation);
    this.notes = database.collection('notes');
    this.newest = new NewestStates(this.states);
    this.population = noteId('population', generation);
  }

  override async replace(states: readonly PathwayState[], gone: readonly GonePerson[]): Promise<void> {
    const at = nextMoment();
    await this.newest.put([
      ...states.map(({ folded, eventCount }): PathwayStateOfPerson => {
        const { person, pathways, findings } = folded;
        const held = findings.length === 0 ? undefined : { held: person };
        const state = { count: eventCount, at, pathways: pathways.length, ...held, text: packPerson(folded) };
        return { _id: person, state };
      }),
      ...gone.map(({ person, eventCount }): PathwayStateOfPerson => {
        return { _id: person, state: { count: eventCount, at, gone: true } };
      }),
    ]);
  }

  override async load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PathwayState>> {
    const found = new Map<PersonKey, PathwayState>();
    for (const [person, { state }] of await findByIds(this.states, persons)) {
      if ('text' in state) found.set(person, { folded: unpackPerson(state.text), eventCount: state.count });
    }
    return found;
  }

  override scan(atATime: number): AsyncIterable<readonly PersonPathways[]> {
    return pagesOf(this.everyone(atATime), atATime);
  }

  private async *everyone(atATime: number): AsyncIterable<PersonPathways> {
    for await (const { state } of this.states.find({}).batchSize(atATime)) {
      if ('text' in state && state.pathways > 0) yield unpackPerson(state.text);
    }
  }

  override async foldedUnder(): Promise<string | undefined> {
    return (await this.notes.findOne({ _id: this.population }))?.value;
  }

  override async noteFoldedUnder(population: string): Promise<void> {
    await updateByIds(this.notes, [{ _id: this.population, update: { $set: { value: population } } }]);
  }

  override async misfiled(persons: Iterable<PersonKey>): Promise<readonly PersonKey[]> {
    const misfiled: PersonKey[] = [];
    for (const [person, { state }] of await findByIds(this.states, persons)) {
      if (!('text' in state)) continue;
      const { pathways, findings } = unpackPerson(state.text);
      const held = findings.length === 0 ? undefined : person;
      if (state.pathways !== pathways.length || state.held !== held) misfiled.push(person);
    }
    return misfiled;
  }

  /** Those who are gone have no number of pathways. */
  override count(): Promise<number> {
    return this.states.countDocuments({ 'state.pathways': { $gte: 0 } });
  }

  override async findings(from: string | undefined, limit: number, code?: FindingCode): Promise<Page<PersonFinding>> {
    const items: PersonFinding[] = [];
    const held = this.states.find({ 'state.held': { $gt: from ?? '' } }).sort({ 'state.held': 1 });
    for await (const { _id, state } of held) {
      if (!('text' in state)) continue;
      const { findings } = unpackPerson(state.text);
      items.push(...findings.filter((finding) => code === undefined || finding.code === code));
      if (items.length >= limit) return { items, next: _id };
    }
    return { items };
  }
}
