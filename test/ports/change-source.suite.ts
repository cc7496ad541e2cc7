import type { Change, ChangeReader, ChangeSource } from '../../src/ports/change-source';
import type { EventLog } from '../../src/ports/event-log';
import { byPerson, gather, tellDecisions, tellPathways } from './told-changes';

interface Opened {
  readonly changes: ChangeSource;
  readonly log: EventLog;
}

/** What was read of each topic, by person. */
function read(changes: readonly Change[]): object {
  return {
    decisions: byPerson(
      changes.flatMap((change) => (change.topic === 'decisions' ? change.decisions : [])),
      ({ person }) => person,
    ),
    pathways: byPerson(
      changes.flatMap((change) => (change.topic === 'pathway-changes' ? change.pathways : [])),
      ({ person }) => person,
    ),
  };
}

/** Publishes on both topics, by turns; gives what the two readings of `read` must be. */
export async function tell(log: EventLog, from: number, to: number): Promise<Change[]> {
  const told: Change[] = [];
  for (let number = from; number <= to; number += 1) {
    for (const pathways of await tellPathways(log, number, number)) told.push({ topic: 'pathway-changes', pathways });
    for (const decisions of await tellDecisions(log, number, number)) told.push({ topic: 'decisions', decisions });
  }
  return told;
}

/** What `ChangeSource` promises, of any adapter. */
export function describeChangeSource(name: string, open: () => Promise<Opened>): void {
  describe(`the source of changes on ${name}`, () => {
    const readers: ChangeReader[] = [];
    const fromNow = async (changes: ChangeSource): Promise<ChangeReader> => {
      const reader = await changes.fromNow();
      readers.push(reader);
      return reader;
    };
    afterEach(async () => {
      for (const reader of readers.splice(0)) await reader.close();
    });

    it('gives what comes from now on of both topics, a person’s changes of a topic once and in their order', async () => {
      const { changes, log } = await open();
      await tell(log, 0, 2);
      const reader = await fromNow(changes);
      const told = await tell(log, 3, 8);

      expect(read(await gather(reader, told.length))).toEqual(read(told));
    });

    it('gives nothing while there is nothing, and everything to someone who reads a little at a time', async () => {
      const { changes, log } = await open();
      const reader = await fromNow(changes);
      expect(await reader.read(10)).toEqual([]);

      const told = [...(await tell(log, 0, 2)), ...(await tell(log, 3, 4))];
      expect(read(await gather(reader, told.length, 3))).toEqual(read(told));
      expect(await reader.read(10)).toEqual([]);
    });

    it('has another place after every change', async () => {
      const { changes, log } = await open();
      const reader = await fromNow(changes);
      const places = [reader.place()];
      for (let number = 0; number < 3; number += 1) {
        const told = await tell(log, number, number);
        await gather(reader, told.length);
        places.push(reader.place());
      }

      expect(new Set(places).size).toBe(places.length);
    });

    it.each(['', 'yesterday', '0-0', 'x 1-2-3'])('does not know the place %j', async (place) => {
      const { changes, log } = await open();
      await tell(log, 0, 0);

      expect(await changes.after(place)).toBeUndefined();
    });
  });
}

/** What a source promises that can go on from a place told earlier. */
export function describeChangesAfterAPlace(name: string, open: () => Promise<Opened>): void {
  describe(`the places of changes on ${name}`, () => {
    it('are gone on from with exactly what was not read', async () => {
      const { changes, log } = await open();
      const reader = await changes.fromNow();
      const told = await tell(log, 0, 5);
      const first = await gather(reader, 20, 7);
      const again = await changes.after(reader.place());

      expect(read([...first, ...((await again?.read(1_000)) ?? [])])).toEqual(read(told));
    });

    it('hold for a log that held no decision yet', async () => {
      const { changes, log } = await open();
      const place = (await changes.fromNow()).place();
      const told = await tell(log, 0, 1);
      const again = await changes.after(place);

      expect(read((await again?.read(1_000)) ?? [])).toEqual(read(told));
    });

    it('of another log are none', async () => {
      const [one, other] = [await open(), await open()];
      await tell(one.log, 0, 4);
      await tell(other.log, 1, 6);
      const elsewhere = await other.changes.fromNow();

      expect(await one.changes.after(elsewhere.place())).toBeUndefined();
    });
  });
}
