import {
  ReportBook,
  type BookedReport,
  type FrozenReport,
  type ListedReport,
  type ReportStep,
} from '../../ports/report-book';
import { packText, unpackText } from '../packed-text';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface ListedRow {
  readonly id: string;
  readonly question: string;
  readonly digest: string;
}
interface Row extends ListedRow {
  readonly basis: Uint8Array;
  readonly content: Uint8Array;
}

/** Frozen reports in the embedded store: rows are only ever inserted. */
export class SqliteReportBook extends ReportBook {
  private readonly insert: SqliteStatement;
  private readonly insertStep: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly stepsOfOne: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO frozen_report VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.insertStep = database.prepare('INSERT INTO report_step VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.one = database.prepare('SELECT * FROM frozen_report WHERE id = ?');
    this.everything = database.prepare(
      `SELECT id, question, digest FROM frozen_report JOIN report_step ON report = id AND place = 0
       ORDER BY step ->> 'at', id`,
    );
    this.stepsOfOne = database.prepare('SELECT step FROM report_step WHERE report = ? ORDER BY place');
  }

  override freeze({ id, question, basis, content, digest }: FrozenReport, step: ReportStep): Promise<boolean> {
    return this.database.run(() => {
      const row = [id, question, digest, packText(basis), packText(content)];
      const isNew = this.database.sums.insert('frozen_report', this.insert, ...row);
      if (isNew) this.database.sums.insert('report_step', this.insertStep, id, 0, JSON.stringify(step));
      return Promise.resolve(isNew);
    });
  }

  override add(id: string, step: ReportStep, after: number): Promise<boolean> {
    return this.database.run(() => {
      const row = [id, after, JSON.stringify(step)];
      return Promise.resolve(this.database.sums.insert('report_step', this.insertStep, ...row));
    });
  }

  override find(id: string): Promise<BookedReport | undefined> {
    const row = this.one.get<Row>(id);
    if (row === undefined) return Promise.resolve(undefined);
    const { question, digest, basis, content } = row;
    return Promise.resolve({
      id,
      question,
      basis: unpackText(basis),
      content: unpackText(content),
      digest,
      steps: this.stepsOf(id),
    });
  }

  override list(): Promise<readonly ListedReport[]> {
    return Promise.resolve(this.everything.all<ListedRow>().map((row) => ({ ...row, steps: this.stepsOf(row.id) })));
  }

  private stepsOf(id: string): ReportStep[] {
    return this.stepsOfOne.all<{ step: string }>(id).map(({ step }) => JSON.parse(step) as ReportStep);
  }
}
