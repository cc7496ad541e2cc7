import { describeVault } from '../../ports/vault.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeVault('MongoDB', () => openMongo(mongo));
});
