import { describePathwayStateStore } from '../../ports/pathway-state-store.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describePathwayStateStore('MongoDB', () => openMongo(mongo));
});
