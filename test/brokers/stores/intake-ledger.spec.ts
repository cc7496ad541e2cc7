import { describeIntakeLedger } from '../../ports/intake-ledger.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeIntakeLedger('MongoDB', () => openMongo(mongo));
});
