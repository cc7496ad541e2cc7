import { MongoRejectedEvents } from '../../../src/platform/mongo/mongo-rejected-events';
import { MongoVault } from '../../../src/platform/mongo/mongo-vault';
import { describeRekey } from '../../ports/rekey.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeRekey('MongoDB', async () => {
    const { database } = await openMongo(mongo);
    return (vault, rejected) => ({
      vault: new MongoVault(database, vault),
      rejected: new MongoRejectedEvents(database, rejected, Buffer.from('a secret for tests only')),
    });
  });
});
