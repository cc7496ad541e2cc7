import { WebhookBook, type Webhook, type WebhookProgress } from '../../ports/webhook-book';
import { RevisedRows } from './revised-rows';
import type { SqliteDatabase } from './sqlite-database';

/** Webhooks in the embedded store. */
export class SqliteWebhookBook extends WebhookBook {
  private readonly rows: RevisedRows<Webhook>;

  constructor(database: SqliteDatabase) {
    super();
    this.rows = new RevisedRows(database, 'webhook');
  }

  override add(webhook: Webhook): Promise<boolean> {
    return this.rows.add(webhook);
  }

  override all(): Promise<readonly Webhook[]> {
    return Promise.resolve(this.rows.all());
  }

  override find(id: string): Promise<Webhook | undefined> {
    return Promise.resolve(this.rows.find(id));
  }

  override remove(id: string): Promise<boolean> {
    return this.rows.remove(id);
  }

  override advance(id: string, progress: WebhookProgress): Promise<boolean> {
    return this.rows.advance(id, progress);
  }
}
