import { describeRejectedEvents } from '../../ports/rejected-events.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeRejectedEvents('MongoDB', () => openMongo(mongo));
});
