import { describeSetAsidePersons } from '../../ports/set-aside-persons.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeSetAsidePersons('MongoDB', () => openMongo(mongo));
});
