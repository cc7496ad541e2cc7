import { Seal } from '../../../src/access/domain/seal';
import { MongoDataKeys } from '../../../src/platform/mongo/mongo-data-keys';
import { MongoRejectedEvents } from '../../../src/platform/mongo/mongo-rejected-events';
import { MongoVault } from '../../../src/platform/mongo/mongo-vault';
import { describeRekey } from '../../ports/rekey.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeRekey('MongoDB', async () => {
    const { database } = await openMongo(mongo);
    return (vault, rejected) => {
      const keys = new MongoDataKeys(database, vault, (key) => new Seal(key));
      return {
        vault: new MongoVault(database, keys),
        rejected: new MongoRejectedEvents(database, rejected, Buffer.from('a secret for tests only'), keys),
      };
    };
  });
});
