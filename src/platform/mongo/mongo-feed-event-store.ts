import type { mongo } from 'mongoose';
import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { FeedEventStore } from '../../ports/feed-event-store';
import type { MongoDatabase } from './mongo-database';
import { nameId } from './name-id';
import type { FeedEvent } from './schemas';
import { insertNew } from './write-many';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** Feed status events in MongoDB, inserted once. */
export class MongoFeedEventStore extends FeedEventStore {
  private readonly events: mongo.Collection<FeedEvent>;

  constructor(database: MongoDatabase) {
    super();
    this.events = database.collection('feed_events');
  }

  override async append(events: readonly FeedStatusEvent[]): Promise<void> {
    await insertNew(
      this.events,
      events.map((event) => ({ _id: idOf(event), event: JSON.stringify(event) })),
    );
  }

  override async all(): Promise<readonly FeedStatusEvent[]> {
    const documents = await this.events.find({}).toArray();
    return documents.map(({ event }) => JSON.parse(event) as FeedStatusEvent);
  }

  override async misfiled(): Promise<readonly string[]> {
    const documents = await this.events.find({}).toArray();
    const read = documents.map(({ _id, event }) => ({ _id, event: JSON.parse(event) as FeedStatusEvent }));
    return read.filter(({ _id, event }) => _id !== idOf(event)).map(({ event }) => event.id);
  }

  /** Everything: no order of insertion holds across the processes that append. */
  override async since(stamp: number): Promise<readonly FeedStatusEvent[]> {
    return (await this.stamp()) === stamp ? [] : this.all();
  }

  /** Their number, as none ever goes. */
  override stamp(): Promise<number> {
    return this.events.countDocuments({});
  }
}

const idOf = ({ source, id, receivedAt }: FeedStatusEvent): string => nameId(source, id, receivedAt);
