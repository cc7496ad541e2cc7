import { describeFeedEventStore } from '../../ports/feed-event-store.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeFeedEventStore('MongoDB', () => openMongo(mongo));
});
