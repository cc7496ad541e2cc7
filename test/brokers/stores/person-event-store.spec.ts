import { describePersonEventStore } from '../../ports/person-event-store.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describePersonEventStore('MongoDB', () => openMongo(mongo));
  describePersonEventStore('MongoDB, held in memory', () => openMongo(mongo, { maxCachedEvents: 1_000 }));
});
