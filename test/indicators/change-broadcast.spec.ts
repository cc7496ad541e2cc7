import { ChangeBroadcast, type Listener, type ToldChange } from '../../src/indicators/adapters/change-broadcast';
import { DecisionFeed, type DecisionReader } from '../../src/ports/decision-feed';
import { LogDecisionFeed } from '../../src/platform/sqlite/log-decision-feed';
import { openSqlite } from '../ports/sqlite-platform';
import { PERSONS, tellDecisions } from '../ports/told-changes';

/** A feed that counts how often it is read. */
class CountingFeed extends DecisionFeed {
  readers = 0;
  reads = 0;

  constructor(private readonly feed: DecisionFeed) {
    super();
  }

  override async fromNow(): Promise<DecisionReader> {
    this.readers += 1;
    const reader = await this.feed.fromNow();
    return {
      read: (limit) => {
        this.reads += 1;
        return reader.read(limit);
      },
      next: () => reader.next(),
      close: () => reader.close(),
    };
  }

  override fromStart(): Promise<DecisionReader> {
    return this.feed.fromStart();
  }

  override after(place: string): Promise<DecisionReader | undefined> {
    return this.feed.after(place);
  }

  override placeOf(next: readonly number[]): string {
    return this.feed.placeOf(next);
  }
}

function listenerAt(standing: readonly number[]): Listener & { readonly told: ToldChange[] } {
  const told: ToldChange[] = [];
  return { told, standing: () => standing, tell: (changes) => void told.push(...changes) };
}

function broadcasting() {
  const { ownLog: log } = openSqlite();
  const feed = new CountingFeed(new LogDecisionFeed(log));
  return { log, feed, broadcast: new ChangeBroadcast(feed) };
}

test('two hundred listeners are read for once', async () => {
  const { log, feed, broadcast } = broadcasting();
  const listeners = [];
  for (let count = 0; count < 200; count += 1) listeners.push(listenerAt(await broadcast.now()));
  for (const listener of listeners) expect(await broadcast.join(listener)).toBe(true);
  const before = feed.reads;
  await broadcast.look();
  expect(feed.reads - before).toBe(1);

  await tellDecisions(log, 0, 1);
  await broadcast.look();

  expect(feed.readers).toBe(1);
  expect(feed.reads - before).toBe(3); // One that finds the changes, one that finds no more.
  for (const { told } of listeners) expect(told).toHaveLength(2 * PERSONS.length);
});

test('whoever has missed something is not taken in before it has caught up', async () => {
  const { log, broadcast } = broadcasting();
  await tellDecisions(log, 0, 0);
  await broadcast.now();

  expect(await broadcast.join(listenerAt([PERSONS.length - 1]))).toBe(false);
  expect(await broadcast.join(listenerAt([PERSONS.length]))).toBe(true);
});

test('whoever has left is told nothing, and once it is closed the next listener stands at the end', async () => {
  const { log, broadcast } = broadcasting();
  const gone = listenerAt(await broadcast.now());
  await broadcast.join(gone);
  broadcast.leave(gone);
  await broadcast.close();
  await tellDecisions(log, 0, 0);
  await broadcast.look();

  expect(gone.told).toEqual([]);
  expect(await broadcast.now()).toEqual([PERSONS.length]);
});
