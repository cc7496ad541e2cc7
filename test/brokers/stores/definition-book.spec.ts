import { MongoDefinitionBook } from '../../../src/platform/mongo/mongo-definition-book';
import { describeDefinitionBook } from '../../ports/definition-book.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeDefinitionBook('MongoDB', async () => {
    const opened = await openMongo(mongo);
    return { definitionBook: new MongoDefinitionBook(opened.database) };
  });
});
