import type { mongo } from 'mongoose';
import { compareCodePoints } from '../../kernel/ordering';
import {
  ReportBook,
  type BookedReport,
  type FrozenReport,
  type ListedReport,
  type ReportStep,
} from '../../ports/report-book';
import { packText, unpackText } from '../packed-text';
import type { MongoDatabase } from './mongo-database';
import type { FrozenReportDocument, ReportStepDocument } from './schemas';
import { insertNew } from './write-many';

/**
 * Frozen reports in MongoDB: documents are only ever inserted. A report carries its first step, so that neither is
 * there without the other; a later step's id is its place, so that two never take the same.
 */
export class MongoReportBook extends ReportBook {
  private readonly reports: mongo.Collection<FrozenReportDocument>;
  private readonly steps: mongo.Collection<ReportStepDocument>;

  constructor(database: MongoDatabase) {
    super();
    this.reports = database.collection('frozen_reports');
    this.steps = database.collection('report_steps');
  }

  override async freeze({ id, question, basis, content, digest }: FrozenReport, step: ReportStep): Promise<boolean> {
    const document = {
      _id: id,
      question,
      digest,
      step: JSON.stringify(step),
      basis: packText(basis),
      content: packText(content),
    };
    return (await insertNew(this.reports, [document])).length === 0;
  }

  override async add(id: string, step: ReportStep, after: number): Promise<boolean> {
    const document = { _id: placeOf(id, after), step: JSON.stringify(step) };
    return (await insertNew(this.steps, [document])).length === 0;
  }

  override async find(id: string): Promise<BookedReport | undefined> {
    const document = await this.reports.findOne({ _id: id });
    if (document === null) return undefined;
    const { question, digest, step, basis, content } = document;
    const steps = [step];
    for (;;) {
      const next = await this.steps.findOne({ _id: placeOf(id, steps.length) });
      if (next === null) break;
      steps.push(next.step);
    }
    return { id, question, basis: unpackText(basis), content: unpackText(content), digest, steps: steps.map(parsed) };
  }

  override async list(): Promise<readonly ListedReport[]> {
    const [reports, steps] = await Promise.all([
      this.reports.find({}, { projection: { basis: 0, content: 0 } }).toArray(),
      this.steps.find({}).toArray(),
    ]);
    const later = new Map(steps.map(({ _id, step }) => [_id, step]));
    return reports
      .map(({ _id: id, question, digest, step }) => {
        const texts = [step];
        for (let next = later.get(placeOf(id, 1)); next !== undefined; next = later.get(placeOf(id, texts.length))) {
          texts.push(next);
        }
        return { id, question, digest, steps: texts.map(parsed) };
      })
      .sort((a, b) => compareCodePoints(frozenAt(a), frozenAt(b)) || compareCodePoints(a.id, b.id));
  }
}

const placeOf = (id: string, place: number): string => `${id} ${place}`;
const parsed = (step: string): ReportStep => JSON.parse(step) as ReportStep;
const frozenAt = ({ steps }: ListedReport): string => steps[0]?.at ?? '';
