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

  it('tell of those that another process appends, and of none that are gone', async () => {
    const { feedEvents, another, database } = await openMongo(mongo);
    const { feedEvents: other } = await another();
    const ids = async (): Promise<string[]> => (await feedEvents.all()).map(({ id }) => id);
    await feedEvents.append([feedEvent('1', 5), feedEvent('2', 5)]);
    expect(await ids()).toEqual(['1', '2']);
    await other.append([feedEvent('3', 5)]);
    expect(await ids()).toEqual(['1', '2', '3']);
    expect(await ids()).toEqual(['1', '2', '3']);

    await database.collection('feed_events').deleteMany({});
    await other.append([feedEvent('4', 5)]);
    expect(await ids()).toEqual(['4']);
  });
});
