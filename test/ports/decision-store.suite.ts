import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { IndicatorDecision, Outcome } from '../../src/kernel/decision';
import type { DecisionChange, DecisionStore, PersonDecisions } from '../../src/ports/decision-store';

const INDICATORS = ['participation', 'diet', 'ldl', 'statin'];

const decision = (indicator: string, outcome: Outcome, pathway = 1): IndicatorDecision => ({
  pathway,
  indexDay: '2023-01-03',
  indicator,
  number: INDICATORS.indexOf(indicator) + 1,
  outcome,
  window: { from: '2023-01-03', to: '2024-01-03' },
  decisive: [],
  also: [],
  findings: [],
});

const decided = (
  person: string,
  decisions: readonly IndicatorDecision[],
  changes: Partial<PersonDecisions> = {},
): PersonDecisions => ({
  person,
  eventCount: 1,
  basisDigest: 'basisDigest 1',
  decidedOn: '2023-06-01',
  decisions,
  ...changes,
});

/** Compares and puts, as whoever decides does. */
async function putAndTell(store: DecisionStore, put: readonly PersonDecisions[]): Promise<readonly DecisionChange[]> {
  const changes = await store.compare(put, []);
  await store.put(put);
  return changes;
}

/** Decisions on one person, each indicator of a pathway at most once. */
const anyDecisions = fc
  .uniqueArray(fc.record({ indicator: fc.constantFrom(...INDICATORS), pathway: fc.integer({ min: 1, max: 2 }) }), {
    selector: ({ indicator, pathway }) => `${pathway} ${indicator}`,
    maxLength: 6,
  })
  .chain((names) =>
    fc.tuple(
      ...names.map(({ indicator, pathway }) =>
        fc.constantFrom<Outcome>('met', 'not-met', 'unknown').map((outcome) => decision(indicator, outcome, pathway)),
      ),
    ),
  );

const nameOf = ({ pathway, indicator }: { pathway: number; indicator: string }): string => `${pathway} ${indicator}`;

/** What `DecisionStore` promises, of any adapter. */
export function describeDecisionStore(name: string, open: () => Promise<{ readonly decisions: DecisionStore }>): void {
  const persons = (count: number): string[] => Array.from({ length: count }, () => `p_${randomUUID()}`);

  describe(`the decisions on ${name}`, () => {
    it('loads what was put, and leaves out whom it does not know', async () => {
      const { decisions } = await open();
      const [anna, bo, nobody] = persons(3) as [string, string, string];
      const put = [decided(anna, [decision('diet', 'met')], { deadline: '2023-07-01' }), decided(bo, [])];
      await decisions.put(put);

      expect(await decisions.load([anna, nobody, bo])).toEqual(new Map(put.map((one) => [one.person, one])));
    });

    it('tells all decisions on a person who is new, and nothing when they are put again', async () => {
      const { decisions } = await open();
      const [anna] = persons(1) as [string];
      const put = [decided(anna, [decision('diet', 'met'), decision('ldl', 'pending')])];

      expect(await putAndTell(decisions, put)).toEqual([{ person: anna, changed: put[0]?.decisions, withdrawn: [] }]);
      expect(await putAndTell(decisions, put)).toEqual([]);
    });

    it('keeps the day and the deadline of decisions that stayed the same', async () => {
      const { decisions } = await open();
      const [anna] = persons(1) as [string];
      await decisions.put([decided(anna, [decision('diet', 'met')], { deadline: '2023-07-01' })]);
      const later = decided(anna, [decision('diet', 'met')], { basisDigest: 'basisDigest 2', decidedOn: '2023-07-01' });

      expect(await putAndTell(decisions, [later])).toEqual([]);
      expect((await decisions.load([anna])).get(anna)).toEqual(later);
    });

    it('tells a decision under another name as new and the one it took the place of as withdrawn', async () => {
      const { decisions } = await open();
      const [anna] = persons(1) as [string];
      await decisions.put([decided(anna, [decision('diet', 'met'), decision('ldl', 'met')])]);
      const [change] = await putAndTell(decisions, [
        decided(anna, [decision('diet', 'met'), decision('statin', 'met')]),
      ]);

      expect(change?.changed).toEqual([decision('statin', 'met')]);
      expect(change?.withdrawn).toEqual([{ pathway: 1, indicator: 'ldl' }]);
    });

    it('tells exactly what differs from before', async () => {
      const { decisions } = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(anyDecisions, { minLength: 1, maxLength: 5 }), async (states) => {
          const [anna] = persons(1) as [string];
          let before = new Map<string, string>();
          for (const state of states) {
            const [change] = await putAndTell(decisions, [decided(anna, state)]);
            const changed = state.filter((one) => before.get(nameOf(one)) !== JSON.stringify(one));
            const now = new Map(state.map((one) => [nameOf(one), JSON.stringify(one)]));
            const withdrawn = [...before.keys()].filter((key) => !now.has(key));
            expect((change?.changed ?? []).map(nameOf)).toEqual(changed.map(nameOf));
            expect((change?.withdrawn ?? []).map(nameOf).sort()).toEqual(withdrawn.sort());
            before = now;
          }
        }),
        { numRuns: 60 },
      );
    });

    it('takes persons out and tells what was taken', async () => {
      const { decisions } = await open();
      const [anna, bo] = persons(2) as [string, string];
      await decisions.put([decided(anna, [decision('diet', 'met'), decision('ldl', 'met')]), decided(bo, [])]);

      expect(await decisions.compare([], [anna, 'p_nobody'])).toEqual([
        {
          person: anna,
          changed: [],
          withdrawn: [
            { pathway: 1, indicator: 'diet' },
            { pathway: 1, indicator: 'ldl' },
          ],
        },
      ]);
      await decisions.remove([anna, 'p_nobody'].map((person) => ({ person, eventCount: 2 })));
      expect([...(await decisions.load([anna, bo])).keys()]).toEqual([bo]);
      expect(await decisions.count()).toBe(1);
      expect(await decisions.compare([], [anna])).toEqual([]);
    });

    it('knows who is due on a day, never those without a deadline', async () => {
      const { decisions } = await open();
      const [early, late, never] = persons(3) as [string, string, string];
      await decisions.put([
        decided(late, [], { deadline: '2023-08-01' }),
        decided(early, [], { deadline: '2023-07-01' }),
        decided(never, []),
      ]);

      expect(await decisions.due('2023-06-30', 10)).toEqual([]);
      expect(await decisions.due('2023-07-01', 10)).toEqual([early]);
      expect([...(await decisions.due('2024-01-01', 10))].sort()).toEqual([early, late].sort());
      expect(await decisions.due('2024-01-01', 1)).toHaveLength(1);
      await decisions.put([decided(early, [], { deadline: '2023-09-01' })]);
      expect(await decisions.due('2023-07-01', 10)).toEqual([]);
    });

    it('never replaces decisions by those that stand on fewer events', async () => {
      const { decisions } = await open();
      const [anna] = persons(1) as [string];
      const put = (outcome: Outcome, eventCount: number): Promise<void> =>
        decisions.put([decided(anna, [decision('diet', outcome)], { eventCount })]);
      const outcome = async (): Promise<Outcome | undefined> =>
        (await decisions.load([anna])).get(anna)?.decisions[0]?.outcome;
      await put('met', 5);
      await put('unknown', 4);
      expect(await outcome()).toBe('met');
      await put('unknown', 5);
      expect(await outcome()).toBe('unknown');
      await put('not-met', 6);
      expect(await outcome()).toBe('not-met');
    });

    it('knows who was decided under another basisDigest', async () => {
      const { decisions } = await open();
      const [anna, bo, carla] = persons(3) as [string, string, string];
      await decisions.put([decided(anna, []), decided(bo, [], { basisDigest: 'basisDigest 2' }), decided(carla, [])]);

      expect(await decisions.outdated('basisDigest 2', 1)).toHaveLength(1);
      expect([...(await decisions.outdated('basisDigest 2', 10))].sort()).toEqual([anna, carla].sort());
      expect(await decisions.outdated('basisDigest 1', 10)).toEqual([bo]);
    });

    it('scans everyone once, however many at a time', async () => {
      const { decisions } = await open();
      const keys = persons(7);
      await decisions.put(keys.map((person) => decided(person, [decision('diet', 'met')])));
      for (const atATime of [1, 3, 7, 100]) {
        const scanned: string[] = [];
        for await (const some of decisions.scan(atATime)) scanned.push(...some.map(({ person }) => person));
        expect(scanned.sort()).toEqual([...keys].sort());
        expect(await decisions.count()).toBe(scanned.length);
      }
    });
  });
}
