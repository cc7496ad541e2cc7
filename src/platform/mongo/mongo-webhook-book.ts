import type { mongo } from 'mongoose';
import { compareCodePoints } from '../../kernel/ordering';
import { WebhookBook, type Webhook, type WebhookProgress } from '../../ports/webhook-book';
import type { MongoDatabase } from './mongo-database';
import type { WebhookDocument } from './schemas';
import { insertNew } from './write-many';

/** Webhooks in MongoDB; who comes first is settled by the revision of the one document. */
export class MongoWebhookBook extends WebhookBook {
  private readonly webhooks: mongo.Collection<WebhookDocument>;

  constructor(database: MongoDatabase) {
    super();
    this.webhooks = database.collection('webhooks');
  }

  override async add({ id, progress, ...rest }: Webhook): Promise<boolean> {
    const document = {
      ...{ _id: id, webhook: JSON.stringify(rest) },
      ...{ revision: progress.revision, progress: JSON.stringify(progress) },
    };
    return (await insertNew(this.webhooks, [document])).length === 0;
  }

  override async all(): Promise<readonly Webhook[]> {
    const documents = await this.webhooks.find({}).toArray();
    return documents.sort((a, b) => compareCodePoints(a._id, b._id)).map(webhookOf);
  }

  override async find(id: string): Promise<Webhook | undefined> {
    const document = await this.webhooks.findOne({ _id: id });
    return document === null ? undefined : webhookOf(document);
  }

  override async remove(id: string): Promise<boolean> {
    return (await this.webhooks.deleteOne({ _id: id })).deletedCount === 1;
  }

  override async advance(id: string, progress: WebhookProgress): Promise<boolean> {
    const { revision } = progress;
    const update = { $set: { revision, progress: JSON.stringify(progress) } };
    return (await this.webhooks.updateOne({ _id: id, revision: revision - 1 }, update)).matchedCount === 1;
  }
}

function webhookOf({ _id, webhook, progress }: WebhookDocument): Webhook {
  return {
    ...(JSON.parse(webhook) as Omit<Webhook, 'id' | 'progress'>),
    id: _id,
    progress: JSON.parse(progress) as WebhookProgress,
  };
}
