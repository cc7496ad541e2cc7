import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import type { PersonSetAside, SetAsideStage } from '../../kernel/set-aside';
import { SetAsidePersons } from '../../ports/set-aside-persons';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import type { MongoDecisionOptions } from './mongo-decision-store';
import type { SetAsidePerson } from './schemas';
import { insertNew, updateByIds } from './write-many';

/** Who is set aside, in MongoDB, one document each. */
export class MongoSetAside extends SetAsidePersons {
  private readonly persons: mongo.Collection<SetAsidePerson>;

  constructor(
    database: MongoDatabase,
    private readonly sharing: Pick<MongoDecisionOptions, 'owns' | 'shareOf'> = {},
  ) {
    super();
    this.persons = database.collection('set_aside');
  }

  /** Ordinarily nobody is set aside, and one short question is all. */
  override async settle(tried: Iterable<PersonKey>, failed: readonly PersonSetAside[]): Promise<void> {
    if (failed.length === 0 && (await this.isEmpty())) return;
    const failing = new Set(failed.map(({ person }) => person));
    const left = [...new Set(tried)].filter((person) => !failing.has(person));
    for (const _id of (await findByIds(this.persons, left)).keys()) await this.persons.deleteOne({ _id });
    const documents = failed.map(({ person, stage, reason }) => ({ _id: person, stage, reason }));
    const there = await insertNew(this.persons, documents);
    await updateByIds(
      this.persons,
      there.map(({ _id, ...others }) => ({ _id, update: { $set: others } })),
    );
  }

  override async find(persons: Iterable<PersonKey>): Promise<readonly PersonSetAside[]> {
    if (await this.isEmpty()) return [];
    return [...(await findByIds(this.persons, persons)).values()].map(asTold);
  }

  override async list(after: PersonKey | undefined, limit: number): Promise<readonly PersonSetAside[]> {
    const found = this.persons.find({ _id: { $gt: after ?? '' } }, { sort: { _id: 1 }, limit });
    return (await found.toArray()).map(asTold);
  }

  override async toTry(stages: readonly SetAsideStage[]): Promise<readonly PersonKey[]> {
    const { owns, shareOf } = this.sharing;
    const shares = owns?.();
    const found = await this.persons.find({ stage: { $in: [...stages] } }).toArray();
    const keys = found.map(({ _id }) => _id);
    return shares === undefined || shareOf === undefined ? keys : keys.filter((key) => shares.includes(shareOf(key)));
  }

  override count(): Promise<number> {
    return this.persons.countDocuments({});
  }

  private async isEmpty(): Promise<boolean> {
    return (await this.persons.findOne({}, { projection: { _id: 1 } })) === null;
  }
}

const asTold = ({ _id, stage, reason }: SetAsidePerson): PersonSetAside => ({ person: _id, stage, reason });
