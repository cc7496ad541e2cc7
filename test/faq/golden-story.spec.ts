import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citedIn, evaluate, type Evaluated } from '../support/evaluate';
import { foldOne } from '../support/fold';
import { correction, type SourceEvent } from '../support/source-event';

const events = readFileSync(join(__dirname, 'golden', 'golden.events.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as SourceEvent);
const angina = events.find(({ id }) => id === 'g04') as SourceEvent;
const refuted = correction(angina, { id: 'g30', time: '2024-02-01T12:00:00+01:00', refuted: true });
const story = [...events, refuted];

/** The story as it stands on a day: decided on that day, with the events known by its end. */
const on = (day: string): Promise<Evaluated> => evaluate(story, { asOf: day, knownAt: `${day}T23:59:59+01:00` });

/** What the person's records come to with the events known on a day. */
const findingsOn = async (day: string) =>
  (await foldOne(story.filter(({ data, time }) => 'cpr' in data && time.slice(0, 10) <= day))).findings;

test('2023-01-03: a PCI with an observation diagnosis is held', async () => {
  expect((await on('2023-01-03')).decisions).toEqual([]);
  expect(await findingsOn('2023-01-03')).toMatchObject([{ code: 'OBS_DIAGNOSIS_ONLY', event: 'g02' }]);
});

test('2023-01-09: DI20* on the same contact brings the patient into the population from 01-03', async () => {
  const { decision } = await on('2023-01-09');

  expect(await findingsOn('2023-01-09')).toEqual([]);
  expect(decision('participation')).toMatchObject({ indexDay: '2023-01-03', outcome: 'pending' });
});

test('2023-01-18: the first talk meets participation; BUG* beside the referral meets nothing', async () => {
  const { decision } = await on('2023-01-18');

  expect(decision('participation')).toMatchObject({ outcome: 'met', decisive: [{ event: 'g06', sector: 'hospital' }] });
  expect(decision('diet')).toMatchObject({
    outcome: 'pending',
    findings: [{ code: 'REFERRAL_ONLY', event: 'g12' }],
  });
  expect(decision('smoking-cessation')).toMatchObject({ outcome: 'pending', findings: [] });
  expect(decision('hads-start')).toMatchObject({ outcome: 'met', decisive: [{ event: 'g08' }] });
  expect(decision('hads-end')).toMatchObject({ outcome: 'pending' });
  expect(decision('blood-pressure')).toMatchObject({
    outcome: 'pending',
    provisional: 'not-met',
    value: { systolic: 148, diastolic: 92 },
  });
  expect(decision('retention')).toMatchObject({ outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' });
});

test('2023-02-06: the municipality begins: attendance and work capacity are now asked for', async () => {
  const { decision } = await on('2023-02-06');

  expect(decision('retention')).toMatchObject({ outcome: 'pending' });
  expect(decision('work-capacity')).toMatchObject({ outcome: 'pending' });
  expect(citedIn(decision('participation').also)).toEqual(['g13']);
});

test('2023-02-20: smoking cessation is met by the municipality', async () => {
  const { decision } = await on('2023-02-20');

  expect(decision('smoking-cessation')).toMatchObject({
    outcome: 'met',
    decisive: [{ event: 'g15', sector: 'municipality' }],
  });
});

test('2023-03-01: diet in a group is met by the municipality; the code at the referral is still named', async () => {
  const { decision } = await on('2023-03-01');

  expect(decision('diet')).toMatchObject({
    outcome: 'met',
    decisive: [{ event: 'g16', sector: 'municipality', what: 'diet, group' }],
    findings: [{ code: 'REFERRAL_ONLY', event: 'g12' }],
  });
});

test('2023-04-25: the end: 22 of 24 sessions, 420 to 480 metres, HADS again', async () => {
  const { decision } = await on('2023-04-25');

  expect(decision('retention')).toMatchObject({ provisional: 'met', value: { attended: 22, planned: 24 } });
  expect(decision('work-capacity')).toMatchObject({
    provisional: 'met',
    value: { method: '6mwt', start: 420, end: 480 },
  });
  expect(decision('hads-end')).toMatchObject({ outcome: 'met', decisive: [{ event: 'g18' }] });
});

test('2023-05-02: BVDY0 again changes no outcome and no decisive fact', async () => {
  const judged = ({ decisions }: Evaluated) =>
    decisions.map(({ indicator, outcome, provisional, decisive }) => ({ indicator, outcome, provisional, decisive }));

  expect(judged(await on('2023-05-02'))).toEqual(judged(await on('2023-05-01')));
});

test('2023-11-30: LDL 1.3 is so far within the target', async () => {
  expect((await on('2023-11-30')).decision('ldl')).toMatchObject({
    outcome: 'pending',
    provisional: 'met',
    value: { ldl: 1.3, unit: 'mmol/L' },
  });
});

test('2024-01-04: the year has passed: 148/92 decides, and its age is shown', async () => {
  const dayBefore = (await on('2024-01-03')).decision('blood-pressure');
  const decided = (await on('2024-01-04')).decision('blood-pressure');

  expect(dayBefore).toMatchObject({ outcome: 'pending', provisional: 'not-met' });
  expect(decided).toMatchObject({ outcome: 'not-met', value: { systolic: 148, diastolic: 92 } });
  expect(decided.explanation.en).toContain('350 days before');
  expect(decided.explanation.da).toContain('148/92');
});

test('2024-02-01: the angina is refuted: out of the population, the PCI held again', async () => {
  expect((await on('2024-01-31')).decisions).toHaveLength(12);
  expect((await on('2024-02-01')).decisions).toEqual([]);
  expect(await findingsOn('2024-02-01')).toContainEqual(
    expect.objectContaining({ code: 'OBS_DIAGNOSIS_ONLY', event: 'g02' }),
  );
});
