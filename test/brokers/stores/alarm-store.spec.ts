import { describeAlarmStore } from '../../ports/alarm-store.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeAlarmStore('MongoDB', () => openMongo(mongo));
});
