import { citedIn, evaluate } from '../support/evaluate';
import { foldOne, foldStory } from '../support/fold';
import { ODENSE, civilRegistration, feed, hospital, municipality } from '../support/sectors';
import { ANNA, BO, CARLA, DAVID, about, correction, retraction, type SourceEvent } from '../support/source-event';

const { pci, bloodPressure } = hospital();
const { newNumber } = civilRegistration;
const asOf = '2024-01-04';

/** The numbers that decisions are made under. */
async function decidedUnder(...story: (SourceEvent | SourceEvent[])[]): Promise<string[]> {
  const { decisions } = await evaluate(story, { asOf, showCpr: true });
  return [...new Set(decisions.map(({ cpr }) => cpr ?? ''))];
}

describe('a person who gets a new number', () => {
  const before = about(BO, pci('2023-01-03'), bloodPressure(150, 95, '2023-02-01', { id: 'before' }));
  const after = about(ANNA, bloodPressure(120, 70, '2023-05-01', { id: 'after' }));
  const change = newNumber(ANNA, BO, '2023-04-01');

  it('keeps one pathway, under the newest number', async () => {
    const { decision, decisions } = await evaluate([before, after, change], { asOf, showCpr: true });

    expect(decisions).toHaveLength(12);
    expect(decision('blood-pressure')).toMatchObject({ cpr: ANNA, outcome: 'met', indexDay: '2023-01-03' });
    expect(citedIn(decision('blood-pressure').also)).toEqual(['before']);
  });

  it('is two again when the change is retracted', async () => {
    const { decision, decisions } = await evaluate([before, after, change, retraction(change)], {
      asOf,
      showCpr: true,
    });

    expect(decisions).toHaveLength(12);
    expect(decision('blood-pressure')).toMatchObject({ cpr: BO, outcome: 'not-met', also: [] });
  });

  it('is two again when the change is corrected to name nobody, or somebody else', async () => {
    const nobody = correction(change, { replaces: null });
    const other = correction(change, { replaces: CARLA });

    expect(await decidedUnder(before, after, change, nobody)).toEqual([BO]);
    expect(await decidedUnder(before, after, change, other)).toEqual([BO]);
  });

  it('links records and corrections across the numbers', async () => {
    const [operation, angina] = pci('2023-01-03');
    const story = [about(BO, operation ?? []), about(ANNA, angina ?? []), change];

    expect(await decidedUnder(...story)).toEqual([ANNA]);
  });

  it('is joined whether or not the old number is known by anything else', async () => {
    expect(await decidedUnder(about(ANNA, pci('2023-01-03')), newNumber(ANNA, CARLA, '2023-04-01'))).toEqual([ANNA]);
  });

  it('dies under one number and is dead under all', async () => {
    const dead = civilRegistration.status('dead', '2023-06-01', { cpr: ANNA });
    const { decision } = await evaluate([before, change, dead], { asOf });

    expect(decision('blood-pressure')).toMatchObject({ outcome: 'excluded', reason: 'DIED_IN_WINDOW' });
  });

  it('is not joined by a replacement number that is no CPR', async () => {
    expect(await foldStory([about(BO, pci('2023-01-03')), newNumber(ANNA, '010190XA12', '2023-04-01')])).toHaveLength(
      2,
    );
  });
});

describe('the newest number', () => {
  const infarction = (cpr: string) => about(cpr, pci('2023-01-03'));

  it('is the end of a chain', async () => {
    const chain = [newNumber(BO, CARLA, '2023-02-01'), newNumber(ANNA, BO, '2023-03-01')];

    expect(await decidedUnder(infarction(CARLA), chain)).toEqual([ANNA]);
    expect(await decidedUnder(infarction(CARLA), chain.toReversed())).toEqual([ANNA]);
  });

  it('is the end of a chain even when the older change is dated later', async () => {
    const chain = [newNumber(BO, CARLA, '2023-06-01'), newNumber(ANNA, BO, '2023-03-01')];

    expect(await decidedUnder(infarction(CARLA), chain)).toEqual([ANNA]);
  });

  it.each([
    ['by its day', { from: '2023-03-02' }, {}],
    ['then by when it was recorded', { time: '2023-03-01T13:00:00+01:00' }, {}],
    ['then by its id', { id: 'z' }, { id: 'y' }],
  ])('of several that nobody replaced is that of the latest change: %s', async (_how, later, earlier) => {
    const anna = newNumber(ANNA, CARLA, '2023-03-01', later);
    const bo = newNumber(BO, CARLA, '2023-03-01', earlier);

    expect(await decidedUnder(infarction(CARLA), anna, bo)).toEqual([ANNA]);
    expect(await decidedUnder(infarction(CARLA), bo, anna)).toEqual([ANNA]);
  });

  it('of several is not the latest change of one that was replaced', async () => {
    const story = [
      newNumber(ANNA, CARLA, '2023-02-01'),
      newNumber(BO, CARLA, '2023-03-01'),
      newNumber(CARLA, DAVID, '2023-04-01'),
    ];

    expect(await decidedUnder(infarction(CARLA), story)).toEqual([BO]);
  });

  it('in a ring is that of the latest change', async () => {
    const ring = [newNumber(ANNA, BO, '2023-02-01'), newNumber(BO, ANNA, '2023-03-01')];

    expect(await decidedUnder(infarction(ANNA), ring)).toEqual([BO]);
    expect(await decidedUnder(infarction(ANNA), ring.toReversed())).toEqual([BO]);
  });

  it('that replaces itself is itself', async () => {
    expect(await decidedUnder(infarction(ANNA), newNumber(ANNA, ANNA, '2023-02-01'))).toEqual([ANNA]);
  });
});

describe('the municipality is that of residence on the index day', () => {
  const home = async (...records: SourceEvent[]) =>
    (await foldOne([pci('2023-01-03'), records])).pathways[0]?.municipality;
  const { livesIn, status } = civilRegistration;

  it('by the latest record from then or before', async () => {
    expect(
      await home(livesIn('0450', '2020-01-01'), livesIn('0461', '2023-01-03'), livesIn('0101', '2023-01-04')),
    ).toBe('municipality:0461');
  });

  it('else by the earliest', async () => {
    expect(await home(livesIn('0101', '2023-06-01'), livesIn('0461', '2023-02-01'))).toBe('municipality:0461');
  });

  it('by records that name one; a status without one does not end residence', async () => {
    expect(await home(livesIn('0461', '2020-01-01'), status('alive', '2022-01-01'))).toBe('municipality:0461');
  });

  it('of two from one day by the later recorded', async () => {
    const early = livesIn('0461', '2020-01-01', { time: '2020-01-01T12:00:00Z' });
    const late = livesIn('0450', '2020-01-01', { time: '2020-01-02T12:00:00Z' });

    expect(await home(late, early)).toBe('municipality:0450');
  });

  it('none when none is known', async () => {
    expect(await home(status('alive', '2020-01-01'))).toBeUndefined();
  });

  it('anew for each pathway', async () => {
    const { pathways } = await foldOne([
      pci('2023-01-03'),
      pci('2024-03-03'),
      livesIn('0461', '2020-01-01'),
      livesIn('0450', '2023-06-01'),
    ]);

    expect(pathways.map(({ municipality }) => municipality)).toEqual(['municipality:0461', 'municipality:0450']);
  });

  it('and a later move does not bring another municipality’s silence in', async () => {
    const story = [
      pci('2023-01-03'),
      livesIn('0450', '2020-01-01'),
      livesIn('0461', '2023-02-01'),
      feed(ODENSE, 'silent', '2023-01-01'),
    ];
    const { decision } = await evaluate([story, municipality('0461').start('2023-02-06')], { asOf });

    expect(decision('participation')).toMatchObject({ outcome: 'met' });
    expect(decision('participation')).not.toHaveProperty('trouble');
  });
});

test('decisions come ordered by CPR when it is shown, else by person key', async () => {
  const story = [about(DAVID, pci('2023-01-03')), about(BO, pci('2023-01-03')), about(ANNA, pci('2023-01-03'))];
  const shown = await evaluate(story, { asOf, showCpr: true });
  const hidden = await evaluate(story, { asOf });

  expect([...new Set(shown.decisions.map(({ cpr }) => cpr))]).toEqual([BO, DAVID, ANNA]);
  const keys = [...new Set(hidden.decisions.map(({ person }) => person))];
  expect(keys).toEqual(keys.toSorted());
  expect(JSON.stringify(hidden.decisions)).not.toMatch(new RegExp([ANNA, BO, DAVID].join('|')));
});
