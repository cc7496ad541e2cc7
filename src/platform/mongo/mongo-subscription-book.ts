import type { mongo } from 'mongoose';
import { compareCodePoints } from '../../kernel/ordering';
import {
  SubscriptionBook,
  type Subscription,
  type SubscriptionOrder,
  type SubscriptionProgress,
} from '../../ports/subscription-book';
import type { MongoDatabase } from './mongo-database';
import type { SubscriptionDocument } from './schemas';
import { insertNew } from './write-many';

/** Subscriptions in MongoDB; who comes first is settled by the revision of the one document. */
export class MongoSubscriptionBook extends SubscriptionBook {
  private readonly subscriptions: mongo.Collection<SubscriptionDocument>;

  constructor(database: MongoDatabase) {
    super();
    this.subscriptions = database.collection('subscriptions');
  }

  override async add({ id, progress, ...order }: Subscription): Promise<boolean> {
    const document = {
      ...{ _id: id, subscription: JSON.stringify(order) },
      ...{ revision: progress.revision, progress: JSON.stringify(progress) },
    };
    return (await insertNew(this.subscriptions, [document])).length === 0;
  }

  override async all(): Promise<readonly Subscription[]> {
    const documents = await this.subscriptions.find({}).toArray();
    return documents.sort((a, b) => compareCodePoints(a._id, b._id)).map(subscriptionOf);
  }

  override async find(id: string): Promise<Subscription | undefined> {
    const document = await this.subscriptions.findOne({ _id: id });
    return document === null ? undefined : subscriptionOf(document);
  }

  override async remove(id: string): Promise<boolean> {
    return (await this.subscriptions.deleteOne({ _id: id })).deletedCount === 1;
  }

  override async advance(id: string, progress: SubscriptionProgress): Promise<boolean> {
    const { revision } = progress;
    const update = { $set: { revision, progress: JSON.stringify(progress) } };
    const { matchedCount } = await this.subscriptions.updateOne({ _id: id, revision: revision - 1 }, update);
    return matchedCount === 1;
  }
}

function subscriptionOf({ _id, subscription, progress }: SubscriptionDocument): Subscription {
  return {
    ...(JSON.parse(subscription) as SubscriptionOrder),
    id: _id,
    progress: JSON.parse(progress) as SubscriptionProgress,
  };
}
