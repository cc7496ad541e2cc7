import type { mongo } from 'mongoose';
import { compareCodePoints } from '../../kernel/ordering';
import type { ProposalStep } from '../../kernel/proposal';
import { DefinitionBook, type BookedSet, type ListedSet, type ProposedSet } from '../../ports/definition-book';
import { packText, unpackText } from '../packed-text';
import type { MongoDatabase } from './mongo-database';
import type { ProposalStepDocument, ProposedSetDocument } from './schemas';
import { insertNew } from './write-many';

/**
 * Proposed definition sets in MongoDB: documents are only ever inserted. A set carries its first step, so that neither
 * is there without the other; a later step's id is its place, so that two never take the same.
 */
export class MongoDefinitionBook extends DefinitionBook {
  private readonly sets: mongo.Collection<ProposedSetDocument>;
  private readonly steps: mongo.Collection<ProposalStepDocument>;

  constructor(database: MongoDatabase) {
    super();
    this.sets = database.collection('proposed_sets');
    this.steps = database.collection('proposal_steps');
  }

  override async propose({ id, digest, content, text }: ProposedSet, step: ProposalStep): Promise<boolean> {
    const document = {
      _id: id,
      digest,
      step: JSON.stringify(step),
      content: packText(content),
      text: packText(text),
    };
    return (await insertNew(this.sets, [document])).length === 0;
  }

  override async add(id: string, step: ProposalStep, after: number, difference?: string): Promise<boolean> {
    const document = {
      _id: placeOf(id, after),
      step: JSON.stringify(step),
      ...(difference === undefined ? undefined : { difference: packText(difference) }),
    };
    return (await insertNew(this.steps, [document])).length === 0;
  }

  override async find(id: string): Promise<BookedSet | undefined> {
    const document = await this.sets.findOne({ _id: id });
    if (document === null) return undefined;
    const { digest, step, content, text } = document;
    const steps = [step];
    for (;;) {
      const next = await this.steps.findOne({ _id: placeOf(id, steps.length) }, WITHOUT_DIFFERENCE);
      if (next === null) break;
      steps.push(next.step);
    }
    return { id, digest, content: unpackText(content), text: unpackText(text), steps: steps.map(parsed) };
  }

  override async differenceAt(id: string, place: number): Promise<string | undefined> {
    const kept = (await this.steps.findOne({ _id: placeOf(id, place) }))?.difference;
    return kept === undefined ? undefined : unpackText(kept);
  }

  override async list(): Promise<readonly ListedSet[]> {
    const [sets, steps] = await Promise.all([
      this.sets.find({}, { projection: { content: 0, text: 0 } }).toArray(),
      this.steps.find({}, WITHOUT_DIFFERENCE).toArray(),
    ]);
    const later = new Map(steps.map(({ _id, step }) => [_id, step]));
    return sets
      .map(({ _id: id, digest, step }) => {
        const texts = [step];
        for (let next = later.get(placeOf(id, 1)); next !== undefined; next = later.get(placeOf(id, texts.length))) {
          texts.push(next);
        }
        return { id, digest, steps: texts.map(parsed) };
      })
      .sort((a, b) => compareCodePoints(proposedAt(a), proposedAt(b)) || compareCodePoints(a.id, b.id));
  }
}

const WITHOUT_DIFFERENCE = { projection: { difference: 0 } } as const;

const placeOf = (id: string, place: number): string => `${id} ${place}`;
const parsed = (step: string): ProposalStep => JSON.parse(step) as ProposalStep;
const proposedAt = ({ steps }: ListedSet): string => steps[0]?.at ?? '';
