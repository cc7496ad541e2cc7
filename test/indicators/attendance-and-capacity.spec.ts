import { citedIn, decide, type Told } from '../support/evaluate';
import { generalPractice, hospital, municipality, patient } from '../support/sectors';

const { pci, exercise } = hospital();
const odense = municipality('0461');
const nyborg = municipality('0450');
const start = pci('2023-01-03');
const asOf = '2024-01-04';

describe('retention: attended at least 80 % of planned', () => {
  const retention = (...story: Told[]) => decide('retention', [start, story], { asOf });
  const begin = odense.start('2023-02-06', { plannedSessions: 24 });

  it.each([
    [20, 25, 'met'],
    [19, 24, 'not-met'],
    [0, 24, 'not-met'],
    [4, 5, 'met'],
    [24, 24, 'met'],
    [30, 24, 'met'],
    [3, 4, 'not-met'],
    [0, 1, 'not-met'],
  ])('%s of %s: %s', async (attendedSessions, plannedSessions, outcome) => {
    const decision = await retention(begin, odense.end('2023-04-25', { attendedSessions, plannedSessions }));

    expect(decision).toMatchObject({ outcome, value: { attended: attendedSessions, planned: plannedSessions } });
  });

  it('takes planned from the end form, else from the latest start of its source and course', async () => {
    const starts = [
      begin,
      odense.start('2023-02-20', { plannedSessions: 20 }),
      odense.start('2023-02-21', { plannedSessions: 5, courseId: 'f-2' }),
      nyborg.start('2023-02-22', { plannedSessions: 6 }),
    ];

    expect(await retention(starts, odense.end('2023-04-25', { attendedSessions: 16 }))).toMatchObject({
      outcome: 'met',
      value: { attended: 16, planned: 20 },
    });
    expect(
      await retention(starts, odense.end('2023-04-25', { attendedSessions: 16, plannedSessions: 24 })),
    ).toMatchObject({ outcome: 'not-met', value: { planned: 24 } });
  });

  it.each([
    ['attended is missing', { plannedSessions: 24 }],
    ['planned is 0', { attendedSessions: 20, plannedSessions: 0 }],
    ['planned is missing on both forms', { attendedSessions: 20, courseId: 'f-9' }],
  ])('the form cannot tell when %s', async (_what, fields) => {
    const decision = await retention(begin, odense.end('2023-04-25', { ...fields, id: 'form' }));

    expect(decision).toMatchObject({ outcome: 'unknown', reason: 'VALUE_CANNOT_TELL', possible: ['met', 'not-met'] });
    expect(citedIn(decision.decisive)).toEqual(['form']);
    expect(decision).not.toHaveProperty('value');
  });

  it('the latest end form decides, even when it gives no value', async () => {
    const ends = [
      odense.end('2023-04-25', { attendedSessions: 22, id: 'complete' }),
      odense.end('2023-05-25', { courseId: 'f-2', id: 'latest' }),
    ];
    const decision = await retention(begin, ends);

    expect(decision).toMatchObject({ outcome: 'unknown', reason: 'VALUE_CANNOT_TELL' });
    expect(citedIn(decision.decisive)).toEqual(['latest']);
    expect(citedIn(decision.also)).toEqual(['complete']);
  });

  it.each([
    ['completed', 'met'],
    ['stopped', 'met'],
    ['transferred', 'unknown'],
    ['died', 'unknown'],
  ])('a course that was %s: %s', async (outcome, expected) => {
    const decision = await retention(begin, odense.end('2023-04-25', { attendedSessions: 22, outcome }));

    expect(decision.outcome).toBe(expected);
  });

  it('is asked of those with a municipal start within 180 days', async () => {
    const end = odense.end('2023-09-25', { attendedSessions: 22, plannedSessions: 24 });

    expect(await retention(odense.start('2023-07-02'), end)).toMatchObject({ outcome: 'met' });
    expect(await retention(odense.start('2023-07-03'), end)).toMatchObject({ outcome: 'not-applicable' });
  });
});

describe('work capacity: the end test above the start test and at least 110 % of it', () => {
  const capacity = (...story: Told[]) => decide('work-capacity', [start, story], { asOf });

  it.each([
    [100, 110, 'met'],
    [100, 109.99, 'not-met'],
    [0.1, 0.11, 'met'],
    [0.3, 0.33, 'met'],
    [1.1, 1.21, 'met'],
    [1.1, 1.2099999, 'not-met'],
    [1e-7, 1.1e-7, 'met'],
    [3e21, 3.3e21, 'met'],
    [9e-7, 0.000001, 'met'],
    [0.000001, 9e-7, 'not-met'],
    [9e20, 1e21, 'met'],
    [0, 0, 'not-met'],
    [0, 1, 'met'],
    [420, 480, 'met'],
  ])('from %s to %s: %s', async (from, to, outcome) => {
    const decision = await capacity(exercise('start', from, '2023-02-06'), odense.exercise('end', to, '2023-04-25'));

    expect(decision).toMatchObject({ outcome, value: { method: '6mwt', start: from, end: to } });
  });

  it('cites the start test, then the end test; other end tests could have given it', async () => {
    const decision = await capacity(
      odense.exercise('start', 400, '2023-02-06', { id: 'start' }),
      odense.exercise('end', 500, '2023-04-01', { id: 'first end' }),
      odense.exercise('end', 420, '2023-04-25', { id: 'latest end' }),
      odense.exercise('start', 200, '2023-02-07', { id: 'later start' }),
    );

    expect(decision).toMatchObject({ outcome: 'not-met', value: { start: 400, end: 420 } });
    expect(citedIn(decision.decisive)).toEqual(['start', 'latest end']);
    expect(citedIn(decision.also)).toEqual(['first end']);
  });

  it('compares tests of one method only', async () => {
    const decision = await capacity(
      odense.exercise('start', 400, '2023-02-06'),
      odense.exercise('end', 500, '2023-04-01', { id: 'same' }),
      odense.exercise('end', 20, '2023-04-25', { method: 'sit-to-stand' }),
      odense.exercise('end', 150, '2023-04-25', { method: 'watt' }),
    );

    expect(decision).toMatchObject({ outcome: 'met', value: { method: '6mwt' }, also: [] });
  });

  it('goes by the first start test, whatever its method', async () => {
    const decision = await capacity(
      odense.exercise('start', 100, '2023-02-05', { method: 'watt' }),
      odense.exercise('start', 400, '2023-02-06'),
      odense.exercise('end', 500, '2023-04-25'),
    );

    expect(decision).toMatchObject({ outcome: 'unknown', reason: 'NO_VALUE' });
  });

  it('takes any sector’s tests', async () => {
    const decision = await capacity(
      exercise('start', 100, '2023-02-06'),
      generalPractice().exercise('end', 120, '2023-04-25'),
      patient.questionnaire('exercise-capacity', '2023-04-26', { method: '6mwt', phase: 'end', value: 130 }),
    );

    expect(decision).toMatchObject({
      outcome: 'met',
      decisive: [{ sector: 'hospital' }, { sector: 'patient' }],
      also: [{ sector: 'general-practice' }],
    });
  });

  it('is asked of those with a start test within 180 days', async () => {
    expect(await capacity(exercise('start', 100, '2023-07-03'))).toMatchObject({ outcome: 'not-applicable' });
    expect(await capacity(exercise('start', 100, '2023-07-02'))).toMatchObject({ outcome: 'unknown' });
    expect(await capacity(exercise('end', 100, '2023-02-06'))).toMatchObject({ outcome: 'not-applicable' });
  });
});
