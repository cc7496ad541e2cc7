import { WebhookBook, type Webhook, type WebhookProgress } from '../../ports/webhook-book';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly id: string;
  readonly webhook: string;
  readonly progress: string;
}

/** Webhooks in the embedded store. */
export class SqliteWebhookBook extends WebhookBook {
  private readonly insert: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly whole: SqliteStatement;
  private readonly drop: SqliteStatement;
  private readonly update: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO webhook VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.everything = database.prepare('SELECT id, webhook, progress FROM webhook ORDER BY id');
    this.one = database.prepare('SELECT id, webhook, progress FROM webhook WHERE id = ?');
    this.whole = database.prepare('SELECT * FROM webhook WHERE id = ?');
    this.drop = database.prepare('DELETE FROM webhook WHERE id = ?');
    this.update = database.prepare('UPDATE webhook SET revision = ?, progress = ? WHERE id = ? AND revision = ? - 1');
  }

  override add({ id, progress, ...rest }: Webhook): Promise<boolean> {
    return this.changed(id, this.insert, [id, JSON.stringify(rest), progress.revision, JSON.stringify(progress)]);
  }

  override all(): Promise<readonly Webhook[]> {
    return Promise.resolve(this.everything.all<Row>().map(webhookOf));
  }

  override find(id: string): Promise<Webhook | undefined> {
    const row = this.one.get<Row>(id);
    return Promise.resolve(row && webhookOf(row));
  }

  override remove(id: string): Promise<boolean> {
    return this.changed(id, this.drop, [id]);
  }

  override advance(id: string, progress: WebhookProgress): Promise<boolean> {
    const { revision } = progress;
    return this.changed(id, this.update, [revision, JSON.stringify(progress), id, revision]);
  }

  private changed(id: string, statement: SqliteStatement, values: readonly (string | number)[]): Promise<boolean> {
    const rows = () => this.whole.all<object>(id);
    const work = () => statement.run(...values).changes === 1;
    return this.database.run(() => Promise.resolve(this.database.sums.around('webhook', rows, work)));
  }
}

function webhookOf({ id, webhook, progress }: Row): Webhook {
  return {
    ...(JSON.parse(webhook) as Omit<Webhook, 'id' | 'progress'>),
    id,
    progress: JSON.parse(progress) as WebhookProgress,
  };
}
