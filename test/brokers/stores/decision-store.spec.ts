import { describeDecisionStore } from '../../ports/decision-store.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeDecisionStore('MongoDB', () => openMongo(mongo));
  describeDecisionStore('MongoDB, held in memory', () => openMongo(mongo, { maxCachedPersons: 1_000 }));
});
