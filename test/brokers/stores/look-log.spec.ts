import { describeLookLog } from '../../ports/look-log.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeLookLog('MongoDB', () => openMongo(mongo));
});
