import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { FeedEventStore } from '../../ports/feed-event-store';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** Feed status events in the embedded store. */
export class SqliteFeedEventStore extends FeedEventStore {
  private readonly insert: SqliteStatement;
  private readonly after: SqliteStatement;
  private readonly last: SqliteStatement;
  private readonly whole: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO feed_event (key, event) VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.after = database.prepare('SELECT event FROM feed_event WHERE no > ? ORDER BY no');
    this.whole = database.prepare('SELECT no, key, event FROM feed_event ORDER BY no');
    this.last = database.prepare('SELECT max(no) AS no FROM feed_event');
  }

  override append(events: readonly FeedStatusEvent[]): Promise<void> {
    return this.database.run(() => {
      for (const event of events) {
        this.insert.run(keyOf(event), JSON.stringify(event));
      }
      return Promise.resolve();
    });
  }

  /** Numbers run from 1 without a gap. */
  override misfiled(): Promise<readonly string[]> {
    const rows = this.whole.all<{ no: number; key: string; event: string }>();
    const read = rows.map(({ no, key, event }, at) => ({ no, at, key, event: JSON.parse(event) as FeedStatusEvent }));
    const misfiled = read.filter(({ no, at, key, event }) => no !== at + 1 || key !== keyOf(event));
    return Promise.resolve(misfiled.map(({ event }) => event.id));
  }

  override all(): Promise<readonly FeedStatusEvent[]> {
    return this.since(0);
  }

  override since(stamp: number): Promise<readonly FeedStatusEvent[]> {
    return Promise.resolve(
      this.after.all<{ event: string }>(stamp).map(({ event }) => JSON.parse(event) as FeedStatusEvent),
    );
  }

  /** Events are only ever added, so the number of the last tells. */
  override stamp(): Promise<number> {
    return Promise.resolve(this.last.get<{ no: number | null }>()?.no ?? 0);
  }
}

const keyOf = ({ source, id, receivedAt }: FeedStatusEvent): string => JSON.stringify([source, id, receivedAt]);
