import type { Outcome } from '../../../src/kernel/decision';
import type { DecisionStore, PersonDecisions } from '../../../src/ports/decision-store';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

const ANNA = 'p_anna';

const decided = (outcome: Outcome, eventCount = 1): PersonDecisions => ({
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
      outcome,
      window: { from: '2023-01-03', to: '2024-01-03' },
      decisive: [],
      also: [],
      findings: [],
    },
  ],
});
const outcomeIn = async (decisions: DecisionStore): Promise<Outcome | undefined> =>
  (await decisions.load([ANNA])).get(ANNA)?.decisions[0]?.outcome;

describeWithServers('decisions on MongoDB, held in memory', ({ mongo }) => {
  const options = { maxCachedPersons: 10 };

  it('are the same as without', async () => {
    const { decisions, another } = await openMongo(mongo, options);
    const other = await another();
    for (const [at, outcome] of (['unknown', 'met', 'met', 'not-met'] as const).entries()) {
      const told = await decisions.compare([decided(outcome, at)], []);
      expect(told).toEqual(await other.decisions.compare([decided(outcome, at)], []));
      await decisions.put([decided(outcome, at)]);
      expect([await outcomeIn(decisions), await outcomeIn(other.decisions)]).toEqual([outcome, outcome]);
    }
    await decisions.put([decided('met', 1)]);
    expect([await outcomeIn(decisions), await outcomeIn(other.decisions)]).toEqual(['not-met', 'not-met']);
    await decisions.remove([{ person: ANNA, eventCount: 4 }]);
    expect(await outcomeIn(decisions)).toBeUndefined();
    expect(await decisions.compare([], [ANNA])).toEqual([]);
  });

  it('are not read again until they are forgotten', async () => {
    const { decisions, another } = await openMongo(mongo, options);
    const other = await another();
    await decisions.put([decided('unknown')]);
    await other.decisions.put([decided('met', 2)]);
    expect(await outcomeIn(decisions)).toBe('unknown');
    decisions.forget();

    expect(await outcomeIn(decisions)).toBe('met');
  });

  describe('that stay the same', () => {
    /** A mark in a state, which is gone when the state is written again. */
    const mark = async (database: Awaited<ReturnType<typeof openMongo>>['database']): Promise<void> => {
      await database.collection('decisions').updateOne({ _id: ANNA }, { $set: { 'state.marked': true } as object });
    };
    const standing = async (database: Awaited<ReturnType<typeof openMongo>>['database']) =>
      (await database.collection('decisions').findOne({ _id: ANNA }))?.state;

    it('are not written again, yet are of the events they are of by now', async () => {
      const { decisions, database } = await openMongo(mongo, options);
      await decisions.put([decided('met')]);
      await mark(database);
      await decisions.put([{ ...decided('met', 3), decidedOn: '2023-06-02' }]);

      expect(await standing(database)).toMatchObject({ marked: true, count: 3, on: '2023-06-02' });
      await decisions.put([decided('met', 4)]);
      expect(await standing(database)).toMatchObject({ marked: true, count: 4 });
      await decisions.put([decided('not-met', 5)]);
      expect(await standing(database)).not.toHaveProperty('marked');
    });

    it('are written again under another basis, and where they are not what is known to stand', async () => {
      const { decisions, another, database } = await openMongo(mongo, options);
      await decisions.put([decided('met')]);
      await mark(database);
      await decisions.put([{ ...decided('met'), basisDigest: 'basisDigest 2' }]);
      expect(await standing(database)).not.toHaveProperty('marked');

      const other = await another();
      await other.decisions.put([{ ...decided('not-met', 2), basisDigest: 'basisDigest 2' }]);
      await decisions.put([{ ...decided('met', 3), basisDigest: 'basisDigest 2' }]);
      decisions.forget();
      expect(await outcomeIn(decisions)).toBe('met');
      expect(await standing(database)).toMatchObject({ count: 3 });
    });

    it('never let a count stand over what a writer of fewer events made', async () => {
      const { decisions, another } = await openMongo(mongo, options);
      const other = await another();
      await decisions.put([decided('met', 1)]);
      await Promise.all([other.decisions.put([decided('not-met', 2)]), decisions.put([decided('met', 3)])]);
      await other.decisions.put([decided('not-met', 2)]);
      decisions.forget();

      expect(await outcomeIn(decisions)).toBe('met');
    });
  });
});
