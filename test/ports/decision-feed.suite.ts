import type { DecisionFeed, DecisionReader, PlacedChange } from '../../src/ports/decision-feed';
import type { EventLog } from '../../src/ports/event-log';
import { byPerson, gather, PERSONS, tellDecisions } from './told-changes';

interface Opened {
  readonly feed: DecisionFeed;
  readonly log: EventLog;
}

const changesOf = (placed: readonly PlacedChange[]) => placed.map(({ change }) => change);
const perPerson = (placed: readonly PlacedChange[]) => byPerson(changesOf(placed), ({ person }) => person);

/** What `DecisionFeed` promises, of any adapter. */
export function describeDecisionFeed(name: string, open: () => Promise<Opened>): void {
  describe(`the feed of decisions on ${name}`, () => {
    const readers: DecisionReader[] = [];
    const from = async (reader: Promise<DecisionReader | undefined>): Promise<DecisionReader> => {
      const opened = await reader;
      if (opened === undefined) throw new Error('This is no place of the feed.');
      readers.push(opened);
      return opened;
    };
    afterEach(async () => {
      for (const reader of readers.splice(0)) await reader.close();
    });

    it('gives what comes from now on, each change once and a person’s in their order', async () => {
      const { feed, log } = await open();
      await tellDecisions(log, 0, 3);
      const reader = await from(feed.fromNow());
      const told = await tellDecisions(log, 4, 9);
      const read = await gather(reader, told.length);

      expect(perPerson(read)).toEqual(byPerson(told, ({ person }) => person));
      expect(new Set(read.map(({ place }) => place)).size).toBe(told.length);
    });

    it('gives everything from the start, and goes on with what comes', async () => {
      const { feed, log } = await open();
      const told = await tellDecisions(log, 0, 3);
      const reader = await from(feed.fromStart());
      const later = await tellDecisions(log, 4, 5);
      const read = await gather(reader, told.length + later.length);

      expect(perPerson(read)).toEqual(byPerson([...told, ...later], ({ person }) => person));
    });

    it('stands, after any place, where that place is', async () => {
      const { feed, log } = await open();
      const reader = await from(feed.fromStart());
      const told = await tellDecisions(log, 0, 2);
      for (const { place } of await gather(reader, told.length)) {
        expect(feed.placeOf((await from(feed.after(place))).next())).toBe(place);
      }
    });

    it('gives nothing while there is nothing, and then at most what was asked for', async () => {
      const { feed, log } = await open();
      const reader = await from(feed.fromNow());
      expect(await reader.read(10)).toEqual([]);

      const told = await tellDecisions(log, 0, 4);
      const pages: number[] = [];
      const counting = {
        read: async (limit: number) => {
          const page = await reader.read(limit);
          pages.push(page.length);
          return page;
        },
      };
      const read = await gather(counting, told.length, 3);

      expect(Math.max(...pages)).toBeLessThanOrEqual(3);
      expect(perPerson(read)).toEqual(byPerson(told, ({ person }) => person));
    });

    it('goes on after any change it gave with exactly the changes it had not given', async () => {
      const { feed, log } = await open();
      const reader = await from(feed.fromNow());
      const told = await tellDecisions(log, 0, 4);
      const read = await gather(reader, told.length, 4);
      const later = await tellDecisions(log, 5, 6);

      for (const given of [1, 7, told.length]) {
        const again = await from(feed.after(read[given - 1]?.place ?? ''));
        const rest = await gather(again, told.length - given + later.length);
        const all = [...read.slice(0, given), ...rest];

        expect(perPerson(all)).toEqual(byPerson([...told, ...later], ({ person }) => person));
      }
    });

    it('lets many read side by side, each everything', async () => {
      const { feed, log } = await open();
      const two = [await from(feed.fromNow()), await from(feed.fromNow())];
      const told = await tellDecisions(log, 0, 1);

      for (const reader of two) expect(await gather(reader, told.length)).toHaveLength(2 * PERSONS.length);
    });

    it.each(['', 'yesterday', '-1', '1.5', '12 or so'])('does not know the place %j', async (place) => {
      const { feed } = await open();

      expect(await feed.after(place)).toBeUndefined();
    });
  });
}
