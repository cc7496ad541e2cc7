import { citedIn, decide, type Told } from '../support/evaluate';
import { danheart, generalPractice, hospital, municipality, patient } from '../support/sectors';

const { pci, service, smoking, hads, dietScore } = hospital();
const odense = municipality('0461');
const start = pci('2023-01-03');
const asOf = '2024-01-04';

describe('smoking: the first known status within 180 days says who is asked', () => {
  const cessation = (...story: Told[]) => decide('smoking-cessation', [start, story], { asOf });
  const smokeFree = (...story: Told[]) => decide('smoke-free', [start, story], { asOf });

  it.each([
    ['smoker', 'not-met'],
    ['former-smoker', 'not-applicable'],
    ['never-smoker', 'not-applicable'],
    ['unknown', 'not-applicable'],
  ] as const)('%s: %s', async (status, outcome) => {
    expect((await cessation(smoking(status, '2023-01-18'))).outcome).toBe(outcome);
  });

  it('passes over unknown', async () => {
    expect((await cessation(smoking('unknown', '2023-01-18'), smoking('smoker', '2023-01-19'))).outcome).toBe(
      'not-met',
    );
  });

  it('goes by the first, not by what came after', async () => {
    expect((await cessation(smoking('former-smoker', '2023-01-18'), smoking('smoker', '2023-01-19'))).outcome).toBe(
      'not-applicable',
    );
  });

  it.each([
    ['the municipality', odense.smoking('smoker', '2023-01-18')],
    ['general practice', generalPractice().smoking('smoker', '2023-01-18')],
    ['the patient', patient.questionnaire('smoking-status', '2023-01-18', { value: 'smoker' })],
  ])('any sector may say it: %s', async (_who, event) => {
    expect((await cessation(event)).outcome).toBe('not-met');
  });

  it('a DanHeart form says it too', async () => {
    const story = [
      pci('2022-12-01'),
      danheart().start('2022-12-05', { smokingStatus: 'smoker', smokingCessation: true }),
    ];

    expect(await decide('smoking-cessation', story, { asOf })).toMatchObject({
      outcome: 'met',
      decisive: [{ sector: 'hospital', on: '2022-12-05' }],
    });
  });

  it('is asked within 180 days', async () => {
    expect((await cessation(smoking('smoker', '2023-07-02'))).outcome).toBe('not-met');
    expect((await cessation(smoking('smoker', '2023-07-03'))).outcome).toBe('not-applicable');
  });

  it.each([
    ['former-smoker', 'met'],
    ['never-smoker', 'met'],
    ['smoker', 'not-met'],
  ] as const)('smoke-free when the latest known status is %s: %s', async (status, outcome) => {
    const decision = await smokeFree(smoking('smoker', '2023-01-18'), odense.smoking(status, '2023-04-25'));

    expect(decision).toMatchObject({ outcome, value: { smokingStatus: status } });
  });

  it('unknown does not stand in the way of the latest known', async () => {
    const decision = await smokeFree(
      smoking('smoker', '2023-01-18'),
      odense.smoking('former-smoker', '2023-04-25', { id: 'known' }),
      odense.smoking('unknown', '2023-05-25'),
    );

    expect(citedIn(decision.decisive)).toEqual(['known']);
    expect(decision.also).toEqual([]);
  });
});

describe('HADS', () => {
  const end = (...story: Told[]) => decide('hads-end', [start, story], { asOf });
  const again = odense.hads(2, 2, '2023-04-25');

  it.each([
    [7, 7, 'not-applicable'],
    [8, 0, 'met'],
    [0, 8, 'met'],
    [21, 21, 'met'],
  ])('anxiety %s and depression %s at the start: the end is %s', async (anxiety, depression, outcome) => {
    expect((await end(hads(anxiety, depression, '2023-01-18'), again)).outcome).toBe(outcome);
  });

  it('goes by the first HADS within 90 days, not a later worse one', async () => {
    expect((await end(hads(3, 3, '2023-01-18'), hads(12, 12, '2023-01-19'), again)).outcome).toBe('not-applicable');
    expect((await end(hads(12, 12, '2023-04-03'))).outcome).toBe('not-met');
    expect((await end(hads(12, 12, '2023-04-04'))).outcome).toBe('not-applicable');
  });

  it('asks for one at least 60 days after that first one', async () => {
    const first = hads(12, 12, '2023-01-18');
    const early = odense.hads(2, 2, '2023-03-18', { id: '59 days' });
    const due = odense.hads(2, 2, '2023-03-19', { id: '60 days' });

    expect((await end(first, early)).outcome).toBe('not-met');
    expect(citedIn((await end(first, early, due)).decisive)).toEqual(['60 days']);
    expect((await end(first, early, due)).also).toEqual([]);
  });

  it('at the start is asked of those who take part, and the patient’s own answer counts', async () => {
    const answered = patient.questionnaire('hads', '2023-01-20', { anxiety: 2, depression: 2 });

    expect(await decide('hads-start', [start, answered], { asOf })).toMatchObject({ reason: 'OUTSIDE_DENOMINATOR' });
    expect(await decide('hads-start', [start, answered, service('BVDY04', '2023-06-01')], { asOf })).toMatchObject({
      outcome: 'met',
      decisive: [{ sector: 'patient' }],
    });
  });
});

describe('diet: the latest hospital score within 180 days shows the need (R13b)', () => {
  const diet = (...story: Told[]) => decide('diet', [start, story], { asOf });

  it('goes by the latest', async () => {
    expect((await diet(dietScore(60, '2023-01-18'), dietScore(75, '2023-02-18'))).outcome).toBe('not-applicable');
    expect((await diet(dietScore(80, '2023-01-18'), dietScore(74, '2023-02-18'))).outcome).toBe('not-met');
    expect((await diet(dietScore(60, '2023-07-02'), dietScore(80, '2023-07-03'))).outcome).toBe('not-met');
  });

  it.each([
    ['the municipality', odense.dietScore(60, '2023-01-18')],
    ['general practice', generalPractice().dietScore(60, '2023-01-18')],
    ['the patient', patient.questionnaire('hjertekost', '2023-01-18', { score: 60 })],
  ])('does not ask %s', async (_who, event) => {
    expect((await diet(event)).outcome).toBe('not-applicable');
  });
});
