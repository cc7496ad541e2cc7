import type { mongo as mongodb } from 'mongoose';
import type { ClinicalEvent } from '../../../src/kernel/clinical-event';
import type { FoldedGroup, PersonEventStore, PlacedEvent } from '../../../src/ports/person-event-store';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

const [ANNA, BO, CARLA] = ['p_anna', 'p_bo', 'p_carla'] as const;

const placed = (person: string, ...offsets: number[]): PlacedEvent[] =>
  offsets.map((offset) => ({
    offset,
    event: {
      person,
      kind: 'hospital.diagnosis',
      source: 'hospital:330901000016003',
      id: `e${offset}`,
      recordId: `r${offset}`,
      version: 1,
      status: 'active',
      time: 1_000,
      receivedAt: 2_000,
      born: '1977-02-15',
      data: { code: 'DI219', role: 'A', diagnosedOn: '2023-01-03' },
    },
  }));

const idsOf = async (events: PersonEventStore, person: string): Promise<string[]> =>
  (await events.load([person]))(person).map(({ id }) => id);

/** As the pathways room does: the groups of the keys with the events it has seen. */
async function loaded(events: PersonEventStore, ...keys: string[]): Promise<FoldedGroup[]> {
  const groups = await events.joinedTo(keys);
  const eventsOf: (key: string) => readonly ClinicalEvent[] = await events.load(groups.flatMap((group) => group.keys));
  const greatest = await events.greatestOf(groups.flatMap(({ records }) => records));
  return groups.map((group) => ({
    ...group,
    greatest,
    eventCount: group.keys.reduce((sum, key) => sum + eventsOf(key).length, 0),
  }));
}

describeWithServers('persons’ events on MongoDB, shared by processes', ({ mongo }) => {
  it('hold an event once that two processes append, in the order of offsets', async () => {
    const { events, another } = await openMongo(mongo);
    const other = await another();
    await events.append(placed(ANNA, 5, 9));
    await other.events.append(placed(ANNA, 5, 9, 100));
    await events.append(placed(ANNA, 9, 100, 1_000));

    expect(await idsOf(other.events, ANNA)).toEqual(['e5', 'e9', 'e100', 'e1000']);
  });

  it('give an offset one event, although it was packed otherwise by another version of the program', async () => {
    const { events, database } = await openMongo(mongo);
    await events.append(placed(ANNA, 1, 2));
    const [first] = (await database.collection('person_events').findOne({ _id: ANNA }))?.events ?? [];
    const otherwise = (first as string).replace(']]', ',"p_bo"]]');
    await database.collection('person_events').updateOne({ _id: ANNA }, { $addToSet: { events: otherwise } });

    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2']);
    expect(await events.overtaken([{ keys: [ANNA, BO], records: [], greatest: new Map(), eventCount: 2 }])).toEqual([]);
  });

  it('are overtaken by a relation that leads to another person', async () => {
    const { events, another } = await openMongo(mongo);
    const other = await another();
    await events.append([...placed(ANNA, 1), ...placed(BO, 2)]);
    const seen = await loaded(events, ANNA, BO);
    expect(await events.overtaken(seen)).toEqual([]);
    await other.events.append(placed(CARLA, 3));
    await other.events.relate([{ person: CARLA, other: ANNA }]);

    expect(await events.overtaken(seen)).toEqual([ANNA]);
    const both = await loaded(events, ANNA);
    expect(both.map(({ keys, eventCount }) => [[...keys].sort(), eventCount])).toEqual([[[ANNA, CARLA], 2]]);
    expect(await events.overtaken(both)).toEqual([]);
  });

  it('are overtaken by events of any key of their group', async () => {
    const { events, another } = await openMongo(mongo);
    const other = await another();
    await events.append([...placed(ANNA, 1), ...placed(BO, 2)]);
    await events.relate([{ person: ANNA, other: BO }]);
    const seen = await loaded(events, ANNA);
    await other.events.append(placed(BO, 2));
    expect(await events.overtaken(seen)).toEqual([]);
    await other.events.append(placed(BO, 3));

    expect([...(await events.overtaken(seen))].sort()).toEqual([ANNA, BO]);
    expect(await events.overtaken(await loaded(events, BO))).toEqual([]);
    expect(await events.overtaken([])).toEqual([]);
  });

  it('are overtaken by whoever shares a registration, and by another greatest event of it', async () => {
    const { events, another } = await openMongo(mongo);
    const other = await another();
    const [anna, bo, carla] = [...placed(ANNA, 1), ...placed(BO, 2), ...placed(CARLA, 3)];
    await events.append([...placed(ANNA, 1), ...placed(BO, 2)]);
    const alone = await loaded(events, ANNA);
    await other.events.relate([{ person: BO, other: ANNA, record: 'one' }]);
    expect(await events.overtaken(alone)).toEqual([ANNA]);
    const seen = await loaded(events, ANNA);
    expect(await events.overtaken(seen)).toEqual([]);
    await other.events.keepGreatest([{ record: 'one', now: bo!.event }]);

    expect(await events.overtaken(seen)).toEqual([ANNA]);
    expect(await events.overtaken(await loaded(events, ANNA))).toEqual([]);
    await events.keepGreatest([
      { record: 'one', now: carla!.event },
      { record: 'one', before: anna!.event, now: carla!.event },
    ]);
    expect([...(await events.greatestOf(['one'])).values()]).toEqual([bo!.event]);
  });

  it('stand in generations beside one another', async () => {
    const { events, states, database, another } = await openMongo(mongo);
    await database.ensureIndexes('second');
    const second = await another({ generation: 'second' });
    await events.append(placed(ANNA, 1));
    await second.events.append(placed(ANNA, 1, 2));
    await second.events.relate([{ person: ANNA, other: BO }]);
    await second.states.noteFoldedUnder('another population');

    expect(await idsOf(events, ANNA)).toEqual(['e1']);
    expect(await idsOf(second.events, ANNA)).toEqual(['e1', 'e2']);
    expect(await events.groupsOf([ANNA])).toEqual([[ANNA]]);
    expect([await states.foldedUnder(), await second.states.foldedUnder()]).toEqual([undefined, 'another population']);
    await database.dropGeneration('second');
    expect(await idsOf(second.events, ANNA)).toEqual([]);
    expect(await second.states.foldedUnder()).toBeUndefined();
    expect(await idsOf(events, ANNA)).toEqual(['e1']);
  });
});

describeWithServers('persons’ events on MongoDB, held in memory', ({ mongo }) => {
  const options = { maxCachedEvents: 100 };

  it('are the same as without', async () => {
    const { events, another } = await openMongo(mongo, options);
    const other = await another();
    await events.append([...placed(ANNA, 1), ...placed(BO, 2)]);
    await events.append([...placed(ANNA, 1, 3), ...placed(BO, 2)]);
    await events.append(placed(ANNA, 3, 4));

    for (const store of [events, other.events]) {
      expect(await idsOf(store, ANNA)).toEqual(['e1', 'e3', 'e4']);
      expect(await idsOf(store, BO)).toEqual(['e2']);
    }
  });

  it('are not read again until they are forgotten', async () => {
    const { events, another } = await openMongo(mongo, options);
    const other = await another();
    await events.append(placed(ANNA, 1));
    await other.events.append(placed(ANNA, 2));
    expect(await idsOf(events, ANNA)).toEqual(['e1']);
    events.forget();

    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2']);
    await events.append(placed(ANNA, 3));
    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2', 'e3']);
  });

  it('are whole although they were not all appended here', async () => {
    const { events, another } = await openMongo(mongo, options);
    const other = await another(options);
    await other.events.append(placed(ANNA, 1));
    await events.append(placed(ANNA, 2));
    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2']);
    await events.append(placed(ANNA, 3));

    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2', 'e3']);
  });

  it('are read from the store once a person is one of several keys', async () => {
    const { events, another } = await openMongo(mongo, options);
    const other = await another();
    await events.append([...placed(ANNA, 1), ...placed(BO, 2)]);
    await other.events.relate([{ person: ANNA, other: BO }]);
    const seen = await loaded(events, ANNA);
    await other.events.append(placed(BO, 3));

    expect([...(await events.overtaken(seen))].sort()).toEqual([ANNA, BO]);
    expect(await idsOf(events, BO)).toEqual(['e2', 'e3']);
    await events.append(placed(ANNA, 4));
    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e4']);
  });

  it('are no more than was allowed', async () => {
    const { events, another } = await openMongo(mongo, { maxCachedEvents: 2 });
    const other = await another();
    await events.append(placed(ANNA, 1, 2));
    await events.append(placed(BO, 3));
    await other.events.append([...placed(ANNA, 4), ...placed(BO, 5)]);

    expect(await idsOf(events, BO)).toEqual(['e3']);
    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2', 'e4']);
  });

  it('are forgotten when it is not known whether they were written', async () => {
    const { events, database } = await openMongo(mongo, options);
    await events.append(placed(ANNA, 1));
    const { db } = (database.collection('person_events') as unknown as { conn: { db: mongodb.Db } }).conn;
    const send = db.command.bind(db);
    const losing = jest.spyOn(db, 'command').mockImplementationOnce(async (command) => {
      await send(command);
      throw new Error('the answer was lost');
    });
    await expect(events.append(placed(ANNA, 2))).rejects.toThrow('the answer was lost');
    losing.mockRestore();

    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2']);
    await events.append(placed(ANNA, 2, 3));
    expect(await idsOf(events, ANNA)).toEqual(['e1', 'e2', 'e3']);
  });
});
