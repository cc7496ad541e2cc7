import { countingOver } from '../../src/counting/counting.composition';
import { PERSON_LAW } from '../../src/indicators/domain/person-law';
import type { Viewpoint } from '../../src/kernel/viewpoint';
import { composeEmbedded, type Embedded } from '../../src/apps/embedded';
import { rebuildStore } from '../../src/operations/rebuild/embedded-rebuild';
import { Verification } from '../../src/operations/verification/verification';
import type { Settings } from '../../src/platform/config/settings';
import { SilentLogger } from '../../src/platform/silent-logger';
import type { DecisionSource } from '../../src/ports/decision-source';
import { settingsFor, storedDecisions, takeIn } from '../robustness/embedded';
import { linesOf } from '../support/evaluate';
import { municipality } from '../support/sectors';
import { BO } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import { BOS, clock, everyone, listed, plant, withStore } from './planted';

const lines = linesOf(everyone);
const others = linesOf(everyone.filter(({ data }) => data['cpr'] !== BO));
const later = linesOf([municipality().start('2023-03-01', { cpr: BO })]);
const AS_OF: Viewpoint = { asOf: '2023-06-01' };

const fresh = (): Settings => settingsFor(temporaryFolder());
const decidedOf = (batches: readonly (readonly string[])[]): Promise<string[]> =>
  withStore(fresh(), PERSON_LAW, async (store) => {
    await takeIn(store, batches);
    return storedDecisions(store);
  });

let withoutBo: readonly string[];
let withAll: readonly string[];
let withLater: readonly string[];
beforeAll(async () => {
  withoutBo = await decidedOf([others]);
  withAll = await decidedOf([lines]);
  withLater = await decidedOf([lines, later]);
});

const STAGES = [
  ['fold', 'folding'],
  ['decide', 'deciding'],
  ['deadline', 'deciding'],
] as const;

describe.each(STAGES)('when %s throws for one person', (where, stage) => {
  const aside = [{ person: BOS, stage, reason: 'TypeError: planted' }];

  test('everyone else is decided as without that person, who is listed, until a change comes', async () => {
    const { law, remove } = plant(where, BOS);
    await withStore(fresh(), law, async (store) => {
      await takeIn(store, [lines]);
      expect(await storedDecisions(store)).toEqual(withoutBo);
      expect(await listed(store)).toEqual(aside);

      remove();
      await takeIn(store, [later]);
      expect(await listed(store)).toEqual([]);
      expect(await storedDecisions(store)).toEqual(withLater);
    });
  });

  test('one who was decided before stands nowhere any more, and is decided of all events after the next start', async () => {
    const settings = fresh();
    await withStore(settings, PERSON_LAW, (store) => takeIn(store, [lines]));
    await withStore(settings, plant(where, BOS).law, async (store) => {
      await takeIn(store, [later]);
      expect(await storedDecisions(store)).toEqual(withoutBo);
      expect(await listed(store)).toEqual(aside);
    });
    await withStore(settings, plant(where, BOS).law, async (store) => {
      expect(await storedDecisions(store)).toEqual(withoutBo);
      expect(await listed(store)).toEqual(aside);
    });
    await withStore(settings, PERSON_LAW, async (store) => {
      expect(await listed(store)).toEqual([]);
      expect(await storedDecisions(store)).toEqual(withLater);
    });
  });

  test('verify finds no difference and says who is set aside; a rebuild takes over', async () => {
    const settings = fresh();
    const { law } = plant(where, BOS);
    await withStore(settings, law, async (store) => {
      await takeIn(store, [lines]);
      const { outcome, setAside } = await rebuildStore(store, () => undefined);
      expect(outcome).toBe('taken-over');
      expect(setAside).toEqual(stage === 'folding' ? aside : []);
      expect(await storedDecisions(store)).toEqual(withoutBo);
      expect(await listed(store)).toEqual(aside);
    });
    const read = composeEmbedded(settings, clock, new SilentLogger(), { readOnly: true, law });
    const { differences, setAside } = await new Verification(read).run(() => undefined);
    await read.database.close();
    expect(differences).toEqual([]);
    expect(setAside).toEqual(aside);
  });
});

test('when a day passes that only one person cannot be decided on, the others are decided on it', async () => {
  const settings = fresh();
  await withStore(settings, PERSON_LAW, (store) => takeIn(store, [lines]));
  const { law } = plant('decide', BOS);
  clock.set('2023-12-01');
  try {
    await withStore(settings, law, async (store) => {
      await store.indicators.catchUp();
      expect(await listed(store)).toEqual([{ person: BOS, stage: 'deciding', reason: 'TypeError: planted' }]);
      const expected = await withStore(fresh(), PERSON_LAW, async (beside) => {
        await takeIn(beside, [others]);
        return storedDecisions(beside);
      });
      expect(await storedDecisions(store)).toEqual(expected);
    });
  } finally {
    clock.set('2023-06-01');
  }
});

describe.each(['fold', 'decide'] as const)('whoever looks while %s throws for one person', (where) => {
  const everyoneIn = async (source: DecisionSource, viewpoint: Viewpoint): Promise<string[]> => {
    const seen: string[] = [];
    for await (const page of source.everyone(viewpoint)) seen.push(...page.map((one) => JSON.stringify(one)));
    return seen.sort();
  };
  const seenBy = async (store: Embedded): Promise<object> => {
    const known = { ...AS_OF, knownAt: Date.parse('2030-01-01') };
    const { set, policy } = store.basis;
    const lenient = { ...policy, bugOnReferral: 'lenient' };
    const other = { ...set, population: { ...set.population, nextPathwayAfterDays: 300 } };
    const steps = store.decomposition.between(
      { ...known, set, policy, asOf: '2023-05-01' },
      { ...known, set: other, policy },
    );
    const moved: string[] = [];
    for await (const page of steps) moved.push(...page.map((one) => JSON.stringify(one)));
    return {
      asOf: await everyoneIn(store.decisionsAt, AS_OF),
      knownAt: await everyoneIn(store.decisionsAt, known),
      trial: await everyoneIn(store.decisionsByDefinition.under(set, lenient), AS_OF),
      otherPopulation: await everyoneIn(store.decisionsByDefinition.under(other, policy), AS_OF),
      moved: moved.sort(),
      counted: (await countingOver(store).counted.at(AS_OF)).cases.columns(),
    };
  };

  test('sees everyone else as without that person: as of a day, as known, tried, moved, counted', async () => {
    const settings = fresh();
    const expected = await withStore(fresh(), PERSON_LAW, async (store) => {
      await takeIn(store, [others]);
      return seenBy(store);
    });
    await withStore(settings, plant(where, BOS).law, async (store) => {
      await takeIn(store, [lines]);
      expect(await seenBy(store)).toEqual(expected);
    });
  });

  test('beside a server, from a store that is only read, sees the others too and is told', async () => {
    const settings = fresh();
    await withStore(settings, PERSON_LAW, (store) => takeIn(store, [lines]));
    const read = composeEmbedded(settings, clock, new SilentLogger(), { readOnly: true, law: plant(where, BOS).law });
    const persons = await everyoneIn(read.decisionsAt, { ...AS_OF, knownAt: Date.parse('2030-01-01') });
    const told = await listed(read);
    await read.database.close();

    expect(persons).toHaveLength(2);
    expect(told).toMatchObject([{ person: BOS }]);
  });
});

test('what a store throws is nobody’s fault: it reaches whoever tries the batch again', async () => {
  await withStore(fresh(), PERSON_LAW, async (store) => {
    const broken = new Error('disk I/O error');
    store.states.replace = () => Promise.reject(broken);
    await expect(store.pathways.fold([BOS], 'facts')).rejects.toBe(broken);
    expect(await listed(store)).toEqual([]);
  });
});

test('everyone is decided as always where nothing throws', async () => {
  expect(withAll.length).toBeGreaterThan(withoutBo.length);
  expect(withAll).toEqual(expect.arrayContaining([...withoutBo]));
});
