import type { mongo } from 'mongoose';
import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { FeedEventStore } from '../../ports/feed-event-store';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import { nameId } from './name-id';
import type { FeedEvent } from './schemas';
import { duplicatesIn } from './mongo-error';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** Feed status events in MongoDB, inserted once and held once read: each time only later ones are asked for. */
export class MongoFeedEventStore extends FeedEventStore {
  private readonly events: mongo.Collection<FeedEvent>;
  private held: HeldEvents = { lastId: '', events: [] };

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

  /** The last that is held is asked for too: where another stands in its place, or none, everything is read anew. */
  override async all(): Promise<readonly FeedStatusEvent[]> {
    const { lastId, events } = this.held;
    const found = await this.from(Math.max(1, events.length));
    const isSame = events.length > 0 && found[0]?._id === lastId;
    if (isSame && found.length === 1) return events;
    const documents = isSame ? found.slice(1) : events.length === 0 ? found : await this.from(1);
    const read = documents.map(({ event }) => JSON.parse(event) as FeedStatusEvent);
    this.held = { lastId: documents.at(-1)?._id ?? '', events: isSame ? [...events, ...read] : read };
    return this.held.events;
  }

  override async since(stamp: number): Promise<readonly FeedStatusEvent[]> {
    return (await this.from(stamp + 1)).map(({ event }) => JSON.parse(event) as FeedStatusEvent);
  }

  private from(number: number): Promise<FeedEvent[]> {
    return this.events.find({ number: { $gte: number } }, { sort: { number: 1 } }).toArray();
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

interface HeldEvents {
  readonly lastId: string;
  /** Those with the numbers from 1 on. */
  readonly events: readonly FeedStatusEvent[];
}

const idOf = ({ source, id, receivedAt }: FeedStatusEvent): string => nameId(source, id, receivedAt);
