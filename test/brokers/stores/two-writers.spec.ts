import fc from 'fast-check';
import type { PersonPathways } from '../../../src/kernel/pathway';
import type { PersonDecisions } from '../../../src/ports/decision-store';
import type { PathwayStateStore } from '../../../src/ports/pathway-state-store';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

const [ANNA, BO] = ['p_anna', 'p_bo'] as const;

const folded = (person: string, indexDay: string): PersonPathways => ({
  person,
  numbers: [person],
  born: '1977-02-15',
  civilStates: [],
  pathways: [{ number: 1, indexDay, hospital: 'hospital:330901000016003', facts: [] }],
  findings: [
    { person, code: 'REFERRAL_ONLY', about: 'service', source: 'hospital:1', event: 'e', record: 'r', on: indexDay },
  ],
});

const decided = (eventCount: number, changes: Partial<PersonDecisions> = {}): PersonDecisions => ({
  person: ANNA,
  eventCount,
  basisDigest: 'basisDigest 1',
  decidedOn: '2023-06-01',
  decisions: [
    {
      pathway: 1,
      indexDay: '2023-01-03',
      indicator: 'diet',
      number: 2,
      outcome: 'met',
      window: { from: '2023-01-03', to: '2024-01-03' },
      decisive: [],
      also: [],
      findings: [],
    },
  ],
  ...changes,
});

async function scanned<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

describeWithServers('two writers of one person on MongoDB', ({ mongo }) => {
  it('leave the state of most events, of as many the one written last', async () => {
    const { states, another } = await openMongo(mongo);
    const other = await another();
    const day = (at: number): string => `2023-01-${String(at + 10)}`;
    const days = fc.array(
      fc.record({ writer: fc.constantFrom(states, other.states), count: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 6 },
    );
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(days, async (writes) => {
        const person = `p_${(turn += 1)}`;
        let newest = { count: 0, at: 0 };
        for (const [at, { writer, count }] of writes.entries()) {
          await writer.replace([{ folded: folded(person, day(at)), eventCount: count }], []);
          if (count >= newest.count) newest = { count, at };
        }
        for (const { load } of [bound(states), bound(other.states)]) {
          expect(await load(person)).toEqual({ folded: folded(person, day(newest.at)), eventCount: newest.count });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('do not bring a person back who is gone by as many events or more', async () => {
    const { states, another } = await openMongo(mongo);
    const other = await another();
    await states.replace([], [{ person: ANNA, eventCount: 5 }]);
    await states.replace([{ folded: folded(BO, '2023-01-03'), eventCount: 1 }], []);
    await other.states.replace([{ folded: folded(ANNA, '2023-01-03'), eventCount: 4 }], []);

    expect((await states.load([ANNA])).size).toBe(0);
    expect(await states.count()).toBe(1);
    expect((await scanned(states.scan(10))).map(({ person }) => person)).toEqual([BO]);
    expect((await states.findings(undefined, 10)).items.map(({ person }) => person)).toEqual([BO]);
    await other.states.replace([{ folded: folded(ANNA, '2023-01-03'), eventCount: 6 }], []);
    await states.replace([], [{ person: ANNA, eventCount: 5 }]);
    expect([...(await states.load([ANNA])).keys()]).toEqual([ANNA]);
  });

  it('do not decide on fewer events what stands on more, nor tell a difference then', async () => {
    const { decisions, another } = await openMongo(mongo);
    const other = await another();
    await decisions.put([decided(5)]);

    const older = decided(4, { decisions: [] });
    expect(await other.decisions.compare([older], [])).toEqual([]);
    await other.decisions.put([older]);
    expect((await decisions.load([ANNA])).get(ANNA)).toEqual(decided(5));
    await other.decisions.remove([{ person: ANNA, eventCount: 6 }]);
    await decisions.put([decided(5)]);
    expect((await other.decisions.load([ANNA])).size).toBe(0);
    expect(await scanned(other.decisions.scan(10))).toEqual([]);
    expect(await other.decisions.outdated('basisDigest 2', 10)).toEqual([]);
    expect(await other.decisions.due('2099-01-01', 10)).toEqual([]);
    expect(await decisions.compare([decided(7)], [ANNA])).toEqual([
      { person: ANNA, changed: decided(7).decisions, withdrawn: [] },
    ]);
  });

  it('write a batch of many persons at once', async () => {
    const { states, another } = await openMongo(mongo);
    const other = await another();
    const persons = Array.from({ length: 300 }, (_, at) => `p_${at}`);
    const put = (store: PathwayStateStore, eventCount: number): Promise<void> =>
      store.replace(
        persons.map((person) => ({ folded: folded(person, '2023-01-03'), eventCount })),
        [],
      );
    await Promise.all([put(states, 1), put(other.states, 1)]);
    await put(states, 2);
    await put(other.states, 3);
    const found = await states.load(persons);

    expect(persons.map((person) => found.get(person)?.eventCount)).toEqual(persons.map(() => 3));
  });

  it('share the persons to decide', async () => {
    let shares: readonly number[] | undefined = [1];
    const { decisions } = await openMongo(mongo, {
      owns: () => shares,
      shareOf: (person) => Number(person.slice(2)) % 3,
    });
    const due = { deadline: '2023-07-01' };
    await decisions.put(Array.from({ length: 9 }, (_, at) => decided(1, { person: `p_${at}`, ...due })));
    const asked = async (): Promise<string[][]> => [
      [...(await decisions.due('2023-07-01', 10))].sort(),
      [...(await decisions.outdated('basisDigest 2', 10))].sort(),
    ];

    expect(await asked()).toEqual([
      ['p_1', 'p_4', 'p_7'],
      ['p_1', 'p_4', 'p_7'],
    ]);
    shares = [0, 2];
    expect((await asked())[0]).toEqual(['p_0', 'p_2', 'p_3', 'p_5', 'p_6', 'p_8']);
    shares = [];
    expect(await asked()).toEqual([[], []]);
    shares = undefined;
    expect((await asked())[1]).toHaveLength(9);
  });
});

const bound = (store: PathwayStateStore) => ({
  load: async (person: string) => (await store.load([person])).get(person),
});
