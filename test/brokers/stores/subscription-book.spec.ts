import { describeSubscriptionBook } from '../../ports/subscription-book.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeSubscriptionBook('MongoDB', () => openMongo(mongo));
});
