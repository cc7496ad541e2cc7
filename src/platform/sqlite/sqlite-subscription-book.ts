import { SubscriptionBook, type Subscription, type SubscriptionProgress } from '../../ports/subscription-book';
import { RevisedRows } from './revised-rows';
import type { SqliteDatabase } from './sqlite-database';

/** Subscriptions in the embedded store. */
export class SqliteSubscriptionBook extends SubscriptionBook {
  private readonly rows: RevisedRows<Subscription>;

  constructor(database: SqliteDatabase) {
    super();
    this.rows = new RevisedRows(database, 'subscription');
  }

  override add(subscription: Subscription): Promise<boolean> {
    return this.rows.add(subscription);
  }

  override all(): Promise<readonly Subscription[]> {
    return Promise.resolve(this.rows.all());
  }

  override find(id: string): Promise<Subscription | undefined> {
    return Promise.resolve(this.rows.find(id));
  }

  override remove(id: string): Promise<boolean> {
    return this.rows.remove(id);
  }

  override advance(id: string, progress: SubscriptionProgress): Promise<boolean> {
    return this.rows.advance(id, progress);
  }
}
