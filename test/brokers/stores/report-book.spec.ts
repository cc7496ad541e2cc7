import { MongoReportBook } from '../../../src/platform/mongo/mongo-report-book';
import { describeReportBook } from '../../ports/report-book.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeReportBook('MongoDB', async () => {
    const opened = await openMongo(mongo);
    return { reportBook: new MongoReportBook(opened.database) };
  });
});
