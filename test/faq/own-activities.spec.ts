import { citedIn, decide, evaluate } from '../support/evaluate';
import { foldOne } from '../support/fold';
import { ODENSE, civilRegistration, feed, generalPractice, hospital, municipality } from '../support/sectors';

const { pci, service, bloodPressure } = hospital();
const odense = municipality('0461');
const start = pci('2023-01-03');
const afterTheYear = { asOf: '2024-01-04' };

test('R12: a patient who finishes in the municipality leaves no shortfall with the hospital', async () => {
  const story = [
    start,
    odense.start('2023-02-06', { plannedSessions: 24 }),
    odense.end('2023-04-25', { attendedSessions: 22 }),
  ];
  const { decision } = await evaluate(story, afterTheYear);
  const { findings } = await foldOne(story);

  expect(decision('participation')).toMatchObject({ outcome: 'met', decisive: [{ sector: 'municipality' }] });
  expect(decision('retention')).toMatchObject({ outcome: 'met', decisive: [{ sector: 'municipality' }] });
  expect(findings).toEqual([]);
});

test('R12: when the municipality was silent, it is named and not the hospital', async () => {
  const story = [start, civilRegistration.livesIn('0461'), feed(ODENSE, 'silent', '2023-01-01')];
  const decision = await decide('participation', story, afterTheYear);

  expect(decision).toMatchObject({ outcome: 'unknown', trouble: { organisation: ODENSE }, findings: [] });
});

describe('R12c: blood pressure is the latest hospital value within twelve months', () => {
  it('takes the later of two', async () => {
    const story = [start, bloodPressure(150, 90, '2023-01-03'), bloodPressure(128, 78, '2023-04-03', { id: 'later' })];
    const decision = await decide('blood-pressure', story, afterTheYear);

    expect(decision).toMatchObject({ outcome: 'met', value: { systolic: 128, diastolic: 78 } });
    expect(citedIn(decision.decisive)).toEqual(['later']);
  });

  it('ignores one taken twelve months and a day after', async () => {
    const story = [start, bloodPressure(128, 78, '2024-01-03'), bloodPressure(180, 99, '2024-01-04')];

    expect(await decide('blood-pressure', story, afterTheYear)).toMatchObject({ value: { systolic: 128 }, also: [] });
  });

  it('is unknown (uoplyst) when there is none', async () => {
    const decision = await decide('blood-pressure', start, afterTheYear);

    expect(decision).toMatchObject({ outcome: 'unknown', reason: 'NO_VALUE' });
    expect(decision.explanation.da).toMatch(/^Uoplyst/);
  });

  it('uses a value taken before rehabilitation and shows its age', async () => {
    const story = [start, bloodPressure(148, 92, '2023-01-04'), service('BVDY04', '2023-02-01')];
    const decision = await decide('blood-pressure', story, afterTheYear);

    expect(decision.outcome).toBe('not-met');
    expect(decision.explanation.en).toContain('364 days before');
    expect(decision.explanation.da).toContain('364 dage før');
  });
});

test('R12d: municipalities do not measure blood pressure; one that arrives is kept and not used', async () => {
  const { decision, receipts } = await evaluate([start, odense.bloodPressure(120, 75, '2023-04-03')], afterTheYear);

  expect(receipts.at(-1)).toMatchObject({ status: 'accepted' });
  expect(decision('blood-pressure')).toMatchObject({ outcome: 'unknown', reason: 'NO_VALUE', also: [] });
});

test('R12e: from 2024 follow-up values from general practice come in', async () => {
  const story = [
    pci('2023-09-01'),
    bloodPressure(150, 95, '2023-09-02'),
    generalPractice().bloodPressure(130, 80, '2024-05-01'),
  ];
  const decision = await decide('blood-pressure', story, { asOf: '2024-09-02' });

  expect(decision).toMatchObject({ outcome: 'met', decisive: [{ sector: 'general-practice', on: '2024-05-01' }] });
});

test.each([
  ['2023-12-31', 'unknown'],
  ['2024-01-01', 'met'],
])('R12e: a value from general practice dated %s makes the indicator %s', async (on, outcome) => {
  const story = [pci('2023-09-01'), generalPractice().bloodPressure(130, 80, on)];

  expect(await decide('blood-pressure', story, { asOf: '2024-09-02' })).toMatchObject({ outcome });
});

test('R12f: a municipality not connected yet makes the indicator unknown, neither missed nor outside', async () => {
  const story = [start, civilRegistration.livesIn('0461'), feed(ODENSE, 'not-connected', '2022-01-01')];
  const { decision } = await evaluate(story, afterTheYear);

  expect(decision('participation')).toMatchObject({ outcome: 'unknown', reason: 'SOURCE_NOT_CONNECTED' });
  expect(decision('retention')).toMatchObject({
    outcome: 'unknown',
    reason: 'SOURCE_NOT_CONNECTED',
    denominator: 'unknown',
  });
});
