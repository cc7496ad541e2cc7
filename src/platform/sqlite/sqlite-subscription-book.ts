import {
  SubscriptionBook,
  type Subscription,
  type SubscriptionOrder,
  type SubscriptionProgress,
} from '../../ports/subscription-book';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly id: string;
  readonly subscription: string;
  readonly progress: string;
}

/** Subscriptions in the embedded store. */
export class SqliteSubscriptionBook extends SubscriptionBook {
  private readonly insert: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly whole: SqliteStatement;
  private readonly drop: SqliteStatement;
  private readonly update: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO subscription VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.everything = database.prepare('SELECT id, subscription, progress FROM subscription ORDER BY id');
    this.one = database.prepare('SELECT id, subscription, progress FROM subscription WHERE id = ?');
    this.whole = database.prepare('SELECT * FROM subscription WHERE id = ?');
    this.drop = database.prepare('DELETE FROM subscription WHERE id = ?');
    this.update = database.prepare(
      'UPDATE subscription SET revision = ?, progress = ? WHERE id = ? AND revision = ? - 1',
    );
  }

  override add({ id, progress, ...order }: Subscription): Promise<boolean> {
    return this.changed(id, this.insert, [id, JSON.stringify(order), progress.revision, JSON.stringify(progress)]);
  }

  override all(): Promise<readonly Subscription[]> {
    return Promise.resolve(this.everything.all<Row>().map(subscriptionOf));
  }

  override find(id: string): Promise<Subscription | undefined> {
    const row = this.one.get<Row>(id);
    return Promise.resolve(row && subscriptionOf(row));
  }

  override remove(id: string): Promise<boolean> {
    return this.changed(id, this.drop, [id]);
  }

  override advance(id: string, progress: SubscriptionProgress): Promise<boolean> {
    const { revision } = progress;
    return this.changed(id, this.update, [revision, JSON.stringify(progress), id, revision]);
  }

  private changed(id: string, statement: SqliteStatement, values: readonly (string | number)[]): Promise<boolean> {
    const rows = () => this.whole.all<object>(id);
    const work = () => statement.run(...values).changes === 1;
    return this.database.run(() => Promise.resolve(this.database.sums.around('subscription', rows, work)));
  }
}

function subscriptionOf({ id, subscription, progress }: Row): Subscription {
  return {
    ...(JSON.parse(subscription) as SubscriptionOrder),
    id,
    progress: JSON.parse(progress) as SubscriptionProgress,
  };
}
