import type { Day } from '../../kernel/day';
import type { DefinitionSet } from '../../kernel/definition';
import { compareCodePoints } from '../../kernel/ordering';
import { handoverStateOf, type ProposalStep } from '../../kernel/proposal';
import { DefinitionBook, type BookedSet, type ListedSet, type ProposedSet } from '../../ports/definition-book';
import { packText, unpackText } from '../packed-text';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface ListedRow {
  readonly id: string;
  readonly digest: string;
}
interface Row extends ListedRow {
  readonly content: Uint8Array;
  readonly text: Uint8Array;
}

/** Proposed definition sets in the embedded store: rows are only ever inserted. */
export class SqliteDefinitionBook extends DefinitionBook {
  private readonly insert: SqliteStatement;
  private readonly insertStep: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly stepsOfOne: SqliteStatement;
  private readonly difference: SqliteStatement;
  private readonly readNote: SqliteStatement;
  private readonly writeNote: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO proposed_set VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.insertStep = database.prepare('INSERT INTO proposal_step VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.one = database.prepare('SELECT * FROM proposed_set WHERE id = ?');
    this.everything = database.prepare(
      `SELECT id, digest FROM proposed_set JOIN proposal_step ON proposal = id AND place = 0
       ORDER BY step ->> 'at', id`,
    );
    this.stepsOfOne = database.prepare('SELECT step FROM proposal_step WHERE proposal = ? ORDER BY place');
    this.readNote = database.prepare("SELECT value FROM store_note WHERE name = 'decided by'");
    this.writeNote = database.prepare(
      "INSERT INTO store_note VALUES ('decided by', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    );
    this.difference = database.prepare('SELECT difference FROM proposal_step WHERE proposal = ? AND place = ?');
  }

  override propose({ id, digest, content, text }: ProposedSet, step: ProposalStep): Promise<boolean> {
    return this.database.run(() => {
      const row = [id, digest, packText(content), packText(text)];
      const isNew = this.database.sums.insert('proposed_set', this.insert, ...row);
      if (isNew) this.database.sums.insert('proposal_step', this.insertStep, id, 0, JSON.stringify(step), null);
      return Promise.resolve(isNew);
    });
  }

  override add(id: string, step: ProposalStep, after: number, difference?: string): Promise<boolean> {
    return this.database.run(() => {
      const kept = difference === undefined ? null : packText(difference);
      const row = [id, after, JSON.stringify(step), kept];
      return Promise.resolve(this.database.sums.insert('proposal_step', this.insertStep, ...row));
    });
  }

  override find(id: string): Promise<BookedSet | undefined> {
    const row = this.one.get<Row>(id);
    if (row === undefined) return Promise.resolve(undefined);
    const { digest, content, text } = row;
    return Promise.resolve({
      id,
      digest,
      content: unpackText(content),
      text: unpackText(text),
      steps: this.stepsOf(id),
    });
  }

  override differenceAt(id: string, place: number): Promise<string | undefined> {
    const kept = this.difference.get<{ difference: Uint8Array | null }>(id, place)?.difference;
    return Promise.resolve(kept === undefined || kept === null ? undefined : unpackText(kept));
  }

  override list(): Promise<readonly ListedSet[]> {
    return Promise.resolve(this.listed());
  }

  /** The content of the set that was approved last of those valid on a day, at once; undefined while none is. */
  approvedLast(today: Day): string | undefined {
    const approved = this.listed()
      .filter(({ steps }) => handoverStateOf(steps) === 'approved')
      .sort((one, other) => compareCodePoints(approvedAt(one), approvedAt(other)))
      .map(({ id }) => this.contentOf(id) as string);
    return approved.findLast((content) => (JSON.parse(content) as DefinitionSet).validFrom <= today);
  }

  /** The content of the proposed set the store was last brought up to, at once; undefined when it was none of these. */
  adopted(): string | undefined {
    const id = this.readNote.get<{ value: string }>()?.value;
    return id === undefined ? undefined : this.contentOf(id);
  }

  /** Notes which set the store is brought up to. */
  adopt(id: string): Promise<void> {
    if (this.readNote.get<{ value: string }>()?.value === id) return Promise.resolve();
    return this.database.run(() => {
      this.database.sums.note(() => this.writeNote.run(id));
      return Promise.resolve();
    });
  }

  private contentOf(id: string): string | undefined {
    const row = this.one.get<Row>(id);
    return row === undefined ? undefined : unpackText(row.content);
  }

  private listed(): ListedSet[] {
    return this.everything.all<ListedRow>().map((row) => ({ ...row, steps: this.stepsOf(row.id) }));
  }

  private stepsOf(id: string): ProposalStep[] {
    return this.stepsOfOne.all<{ step: string }>(id).map(({ step }) => JSON.parse(step) as ProposalStep);
  }
}

const approvedAt = ({ steps }: ListedSet): string => steps.at(-1)?.at ?? '';
