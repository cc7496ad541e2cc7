import { describeWebhookBook } from '../../ports/webhook-book.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeWebhookBook('MongoDB', () => openMongo(mongo));
});
