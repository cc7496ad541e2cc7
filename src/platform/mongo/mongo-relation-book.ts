import type { mongo } from 'mongoose';
import { addUnder } from '../../kernel/add-under';
import type { PersonKey } from '../../kernel/clinical-event';
import { compareCodePoints } from '../../kernel/ordering';
import { RelationBook, type KeptRelationSteps } from '../../ports/relation-book';
import type { MongoDatabase } from './mongo-database';
import type { KeptRelationStep } from './schemas';
import { insertNew } from './write-many';

/** Places are written with as many digits, so that they order as texts. */
const DIGITS = 6;

/** What was said of relations in MongoDB, a document a step, inserted once. */
export class MongoRelationBook extends RelationBook {
  private readonly steps: mongo.Collection<KeptRelationStep>;

  constructor(database: MongoDatabase) {
    super();
    this.steps = database.collection('relation_steps');
  }

  override async append(person: PersonKey, place: number, step: string): Promise<boolean> {
    const _id = `${person} ${String(place).padStart(DIGITS, '0')}`;
    return (await insertNew(this.steps, [{ _id, person, step }])).length === 0;
  }

  override async find(persons: readonly PersonKey[]): Promise<readonly KeptRelationSteps[]> {
    return grouped(await this.steps.find({ person: { $in: [...new Set(persons)] } }).toArray());
  }

  override async all(): Promise<readonly KeptRelationSteps[]> {
    return grouped(await this.steps.find({}).toArray());
  }
}

function grouped(documents: readonly KeptRelationStep[]): KeptRelationSteps[] {
  const persons = new Map<PersonKey, string[]>();
  for (const { person, step } of [...documents].sort((a, b) => compareCodePoints(a._id, b._id))) {
    addUnder(persons, person, step);
  }
  return [...persons].map(([person, steps]) => ({ person, steps }));
}
