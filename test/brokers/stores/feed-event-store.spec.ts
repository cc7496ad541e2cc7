import { describeFeedEventStore, feedEvent } from '../../ports/feed-event-store.suite';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

describeWithServers('stores', ({ mongo }) => {
  describeFeedEventStore('MongoDB', () => openMongo(mongo));

  it('number feed events without a gap, whoever appends at the same time', async () => {
    const { feedEvents, another, database } = await openMongo(mongo);
    const other = await another();
    const batch = (name: string) => Array.from({ length: 20 }, (_, at) => feedEvent(`${name}-${at}`, 5));
    await Promise.all([
      feedEvents.append(batch('a')),
      other.feedEvents.append(batch('b')),
      other.feedEvents.append(batch('a')),
    ]);
    const numbers = (await database.collection('feed_events').find({}).toArray()).map(({ number }) => number);

    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(await feedEvents.since(30)).toHaveLength(10);
  });
});
