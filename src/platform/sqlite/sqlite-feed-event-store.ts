import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { FeedEventStore } from '../../ports/feed-event-store';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** Feed status events in the embedded store. */
export class SqliteFeedEventStore extends FeedEventStore {
  private readonly insert: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly count: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO feed_event VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.everything = database.prepare('SELECT event FROM feed_event');
    this.count = database.prepare('SELECT count(*) AS count FROM feed_event');
  }

  override append(events: readonly FeedStatusEvent[]): Promise<void> {
    return this.database.run(() => {
      for (const event of events) {
        this.insert.run(JSON.stringify([event.source, event.id, event.receivedAt]), JSON.stringify(event));
      }
      return Promise.resolve();
    });
  }

  override all(): Promise<readonly FeedStatusEvent[]> {
    return Promise.resolve(
      this.everything.all<{ event: string }>().map(({ event }) => JSON.parse(event) as FeedStatusEvent),
    );
  }

  /** Events are only ever added, so their number tells. */
  override stamp(): Promise<number> {
    return Promise.resolve(this.count.get<{ count: number }>()?.count ?? 0);
  }
}
