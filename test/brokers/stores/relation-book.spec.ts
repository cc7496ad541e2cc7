import { describeRelationBook } from '../../ports/relation-book.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeRelationBook('MongoDB', () => openMongo(mongo));
});
