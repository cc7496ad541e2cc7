import type { Period } from '../../src/kernel/period';
import { parsePeriod } from '../../src/kernel/period';
import type { DefinitionDifference } from '../../src/definitions/domain/versions/difference';
import { feed, hospital, ODENSE_HOSPITAL } from '../support/sectors';
import { about, GRY } from '../support/source-event';
import { linesOf } from '../support/evaluate';
import { temporaryFolder } from '../support/temporary-folder';
import { populationLines } from '../robustness/ground';
import { changedSet } from './changed-set';
import { openDefinitions } from './store';
import { PATIENTS } from './stories';

const AS_OF = '2024-06-30';
const period = (name: string): Period => parsePeriod(name) as Period;

/** The flips of a difference as `indicator from→to count`. */
const flipsIn = ({ indicators }: DefinitionDifference): string[] =>
  indicators.flatMap(({ indicator, flips }) =>
    flips.map(({ from, to, count }) => `${indicator} ${from}→${to} ${count}`),
  );

describe('a changed set runs as a shadow over six patients', () => {
  let store: Awaited<ReturnType<typeof openDefinitions>>;
  let version = 100;
  beforeAll(async () => {
    store = await openDefinitions(temporaryFolder(), AS_OF, { REHABSPOR_FEWEST: '1' });
    await store.takeIn(linesOf(PATIENTS));
  });
  afterAll(() => store.close());

  const differenceUnder = async (changes: Readonly<Record<string, string>>) => {
    version += 1;
    const proposed = await store.proposals.propose(changedSet(version, changes), 'Anna');
    expect(proposed).toHaveProperty('proposed');
    const id = `dhrd-2023/${version}`;
    const viewpoint = { asOf: AS_OF };
    const difference = await store.trials.difference(id, { period: period('all'), viewpoint });
    const persons = async (indicator: string) =>
      (await store.trials.flips(id, { period: period('all'), viewpoint, indicator, after: 0, limit: 10 }))?.flips ?? [];
    return { difference: difference as DefinitionDifference, persons };
  };
  const keyOf = (cpr: string): string => store.embedded.keys.keyOf(cpr);

  test('a stricter limit flips only the one whose value lies between the limits', async () => {
    const { difference, persons } = await differenceUnder({
      'field: systolic, below: 140': 'field: systolic, below: 130',
    });

    expect(flipsIn(difference)).toEqual(['blood-pressure met→not-met 1']);
    expect(await persons('blood-pressure')).toEqual([
      { person: keyOf('1502779995'), indexDay: '2023-02-01', indicator: 'blood-pressure', from: 'met', to: 'not-met' },
    ]);
    expect(await persons('diet')).toEqual([]);
  });

  test('a shorter window flips only the one whose value came after it', async () => {
    const { difference, persons } = await differenceUnder({
      'subject: { da: blodtryk, en: blood pressure }\n    window: 12m':
        'subject: { da: blodtryk, en: blood pressure }\n    window: 6m',
    });

    expect(flipsIn(difference)).toEqual(['blood-pressure met→unknown 1']);
    expect(await persons('blood-pressure')).toMatchObject([{ person: keyOf('0504909995') }]);
  });

  test('another need of diet treatment flips only those whose score lies between', async () => {
    const { difference } = await differenceUnder({ 'field: score, below: 75': 'field: score, below: 60' });

    expect(flipsIn(difference)).toEqual(['diet met→not-applicable 1']);
  });

  test('another population takes pathways away and every decision on them', async () => {
    const { difference } = await differenceUnder({ 'pci: [KFNG]': 'pci: [KFNG9]' });

    expect(difference.indicators.every(({ flipped }) => flipped === 6)).toBe(true);
    expect(flipsIn(difference)).toContain('diet met→not-counted 1');
    expect(difference.indicators.every(({ after }) => after?.met === 0 && after['not-applicable'] === 0)).toBe(true);
  });

  test('an indicator the changed set does not have is not counted under it', async () => {
    const { difference } = await differenceUnder({ 'key: statin': 'key: statins' });

    expect(difference.indicators.filter(({ number }) => number === 12)).toMatchObject([
      { indicator: 'statin', flips: [{ from: 'not-met', to: 'not-counted', count: 6 }], after: null },
      { indicator: 'statins', flips: [{ from: 'not-counted', to: 'not-met', count: 6 }], before: null },
    ]);
  });

  test('more days of trouble leave what was met as it is, and nothing else possible beside it', async () => {
    const id = `dhrd-2023/${version + 1}`;
    const h = hospital();
    const silence = feed(ODENSE_HOSPITAL, 'silent', '2023-12-01', '2023-12-20');
    const other = await openDefinitions(temporaryFolder(), AS_OF);
    await other.takeIn(linesOf([...about(GRY, h.pci('2023-02-01'), h.bloodPressure(130, 80, '2023-03-01')), silence]));
    await other.proposals.propose(changedSet(version + 1, { 'troubleDays: 14': 'troubleDays: 60' }), 'Anna');
    const question = { period: period('all'), viewpoint: { asOf: AS_OF } };
    const difference = (await other.trials.difference(id, question)) as DefinitionDifference;
    const page = await other.trials.flips(id, { ...question, indicator: 'blood-pressure', after: 0, limit: 10 });
    const [pressure] = difference.indicators.filter(({ indicator }) => indicator === 'blood-pressure');
    const [denmark] = difference.units.filter(
      ({ indicator, unit }) => indicator === 'blood-pressure' && unit.id === 'denmark',
    );
    await other.close();

    expect(pressure).toMatchObject({ flips: [], flipped: 0, possibleChanged: 1 });
    expect(denmark).toMatchObject({ before: { bounds: { lower: 0, upper: 100 } }, after: { bounds: { lower: 100 } } });
    expect(page?.flips).toMatchObject([
      { from: 'met', to: 'met', possible: { from: ['met', 'not-met'], to: ['met'] } },
    ]);
  });

  test('other cut points change levels and nobody’s outcome', async () => {
    const { difference } = await differenceUnder({
      'levels: { high: 70, moderate: 55 }': 'levels: { high: 30, moderate: 20 }',
    });

    expect(flipsIn(difference)).toEqual([]);
    expect(difference.units.map(({ indicator, unit }) => `${indicator} ${unit.id}`)).toEqual([
      'diet denmark',
      'diet region:1083',
      'diet hospital:330901000016003',
      'diet municipality:unknown',
    ]);
    expect(difference.units).toMatchObject(
      difference.units.map(() => ({ before: { level: 'low' }, after: { level: 'high' }, levelChanges: true })),
    );
  });

  test('nothing that is decided changes by a trial', async () => {
    const before = await store.reports.report({ period: period('all'), level: 'hospital', asOf: AS_OF });
    await differenceUnder({ 'field: systolic, below: 140': 'field: systolic, below: 120' });

    expect(await store.reports.report({ period: period('all'), level: 'hospital', asOf: AS_OF })).toEqual(before);
  });

  test('a difference follows what came in since, and the same question gives the same digest', async () => {
    const changes = { 'field: systolic, below: 140': 'field: systolic, below: 125' };
    const { difference } = await differenceUnder(changes);
    const id = `dhrd-2023/${version}`;
    const ask = () => store.trials.difference(id, { period: period('all'), viewpoint: { asOf: AS_OF } });
    expect(flipsIn(difference)).toEqual(['blood-pressure met→not-met 3']);
    expect(await ask()).toEqual(difference);
    const h = hospital();
    await store.takeIn(linesOf(about(GRY, h.pci('2023-02-01'), h.bloodPressure(136, 80, '2023-03-01'))));

    expect(flipsIn((await ask()) as DefinitionDifference)).toEqual(['blood-pressure met→not-met 4']);
  });
});

describe('over a synthetic population', () => {
  const SETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'stricter values': { 'field: systolic, below: 140': 'field: systolic, below: 130', 'atMost: 1.4': 'atMost: 1.8' },
    'a shorter window': { 'window: 12m': 'window: 6m' },
    'more days of trouble': { 'troubleDays: 14': 'troubleDays: 60' },
    'another population': { 'pci: [KFNG]': 'pci: [KFNG02]', 'ami: [DI21, DI22]': 'ami: [DI21]' },
  };
  let store: Awaited<ReturnType<typeof openDefinitions>>;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    store = await openDefinitions(temporaryFolder(), AS_OF);
    await store.takeIn(populationLines(250, 11));
    let version = 3;
    for (const [name, changes] of Object.entries(SETS)) {
      await store.proposals.propose(changedSet(version, changes), 'Anna');
      ids.set(name, `dhrd-2023/${version}`);
      version += 1;
    }
  });
  afterAll(() => store.close());

  const OUTCOMES = [...['met', 'not-met', 'unknown', 'met-so-far', 'pending', 'excluded', 'not-applicable']] as const;

  test.each(Object.keys(SETS).flatMap((name) => ['all', '2023', '2023Q1'].map((one) => [name, one] as const)))(
    'under %s, %s: of each outcome what comes less what goes is the difference of the totals, and the lists are as long',
    async (name, periodName) => {
      const id = ids.get(name) ?? '';
      const question = { period: period(periodName), viewpoint: { asOf: AS_OF } };
      const difference = (await store.trials.difference(id, question)) as DefinitionDifference;
      const reports = await store.reportsByDefinition.under(id);
      const report = await reports?.report({ period: question.period, level: 'denmark', asOf: AS_OF });

      expect(difference.indicators.reduce((sum, { flipped }) => sum + flipped, 0)).toBeGreaterThan(0);
      for (const { indicator, before, after, flips, flipped, possibleChanged } of difference.indicators) {
        for (const outcome of OUTCOMES) {
          const comes = flips.filter(({ to }) => to === outcome).reduce((sum, { count }) => sum + count, 0);
          const goes = flips.filter(({ from }) => from === outcome).reduce((sum, { count }) => sum + count, 0);
          expect([indicator, outcome, comes - goes]).toEqual([
            indicator,
            outcome,
            (after?.[outcome] ?? 0) - (before?.[outcome] ?? 0),
          ]);
        }
        const page = await store.trials.flips(id, { ...question, indicator, after: 0, limit: 10_000 });
        expect(page?.flips).toHaveLength(flipped + possibleChanged);
        expect(page?.flips.filter(({ from, to }) => from === to)).toHaveLength(possibleChanged);
        const row = report?.rows.find((one) => one.indicator === indicator);
        expect([after?.met, (after?.met ?? 0) + (after?.['not-met'] ?? 0)]).toEqual([
          row?.reported.numerator,
          row?.reported.denominator,
        ]);
      }
    },
  );

  test('a list of persons comes in pages that together are the list', async () => {
    const id = ids.get('stricter values') ?? '';
    const question = { period: period('all'), viewpoint: { asOf: AS_OF }, indicator: 'blood-pressure' };
    const whole = await store.trials.flips(id, { ...question, after: 0, limit: 10_000 });
    const pages = [];
    for (let after: number | undefined = 0; after !== undefined;) {
      const page = await store.trials.flips(id, { ...question, after, limit: 7 });
      pages.push(...(page?.flips ?? []));
      after = page?.next;
    }

    expect(pages.length).toBeGreaterThan(7);
    expect(pages).toEqual(whole?.flips);
  });
});
