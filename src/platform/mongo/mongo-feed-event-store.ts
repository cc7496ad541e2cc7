import type { mongo } from 'mongoose';
import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { FeedEventStore } from '../../ports/feed-event-store';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import { nameId } from './name-id';
import type { FeedEvent } from './schemas';
import { duplicatesIn } from './mongo-error';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** Feed status events in MongoDB, inserted once. */
export class MongoFeedEventStore extends FeedEventStore {
  private readonly events: mongo.Collection<FeedEvent>;

  constructor(database: MongoDatabase) {
    super();
    this.events = database.collection('feed_events');
  }

  /** Numbered in their order without a gap, whoever else appends: so whoever read up to a number has read everything. */
  override async append(events: readonly FeedStatusEvent[]): Promise<void> {
    const byId = new Map(events.map((event) => [idOf(event), event]));
    for (;;) {
      const there = await findByIds(this.events, byId.keys());
      const fresh = [...byId].filter(([_id]) => !there.has(_id));
      if (fresh.length === 0) return;
      const last = await this.stamp();
      const documents = fresh.map(([_id, event], at) => ({ _id, number: last + 1 + at, event: JSON.stringify(event) }));
      try {
        await this.events.insertMany(documents, { ordered: true });
        return;
      } catch (error) {
        // Another process appended in the same moment.
        if (duplicatesIn(error) === undefined) throw error;
      }
    }
  }

  override all(): Promise<readonly FeedStatusEvent[]> {
    return this.since(0);
  }

  override async since(stamp: number): Promise<readonly FeedStatusEvent[]> {
    const documents = await this.events.find({ number: { $gt: stamp } }).toArray();
    return documents.map(({ event }) => JSON.parse(event) as FeedStatusEvent);
  }

  override async misfiled(): Promise<readonly string[]> {
    const documents = await this.events.find({}, { sort: { number: 1 } }).toArray();
    const read = documents.map(({ event, ...name }) => ({ ...name, event: JSON.parse(event) as FeedStatusEvent }));
    const isMisfiled = ({ _id, number, event }: (typeof read)[number], at: number): boolean =>
      _id !== idOf(event) || number !== at + 1;
    return read.filter(isMisfiled).map(({ event }) => event.id);
  }

  /** The number of the last. */
  override async stamp(): Promise<number> {
    const last = await this.events.findOne({}, { sort: { number: -1 }, projection: { number: 1 } });
    return last?.number ?? 0;
  }
}

const idOf = ({ source, id, receivedAt }: FeedStatusEvent): string => nameId(source, id, receivedAt);
