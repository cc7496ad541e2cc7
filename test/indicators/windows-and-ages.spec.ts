import { decide, evaluate } from '../support/evaluate';
import { civilRegistration, hospital, laboratory } from '../support/sectors';
import { ANNA, BO, GRY, HUGO, IDA, about } from '../support/source-event';

const { pci, bloodPressure } = hospital();

describe('twelve months are calendar months, clamped to the month’s end', () => {
  it.each([
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
    ['2023-03-01', '2024-03-01'],
    ['2023-12-31', '2024-12-31'],
  ])('from %s to %s', async (indexDay, to) => {
    expect((await decide('blood-pressure', pci(indexDay), { asOf: '2026-01-01' })).window).toEqual({
      from: indexDay,
      to,
    });
  });

  it('a value on the clamped last day counts, the day after does not', async () => {
    const story = [pci('2024-02-29'), laboratory.ldl(1.2, '2025-02-28'), laboratory.ldl(5, '2025-03-01')];

    expect(await decide('ldl', story, { asOf: '2025-03-01' })).toMatchObject({ outcome: 'met', also: [] });
  });
});

describe('180 and 90 days cross leap days and the clock’s changes', () => {
  it.each([
    ['2024-01-15', '2024-07-13', '2024-04-14'],
    ['2023-10-01', '2024-03-29', '2023-12-30'],
  ])('from %s to %s and %s', async (indexDay, by180, by90) => {
    const { decision } = await evaluate(pci(indexDay), { asOf: '2026-01-01' });

    expect(decision('participation').window.to).toBe(by180);
    expect(decision('statin').window.to).toBe(by90);
  });
});

describe('under 18 on the index day: the birthday is 216 months after birth', () => {
  it.each([
    ['the day before it', GRY, '2023-01-03', 'UNDER_18'],
    ['on it', HUGO, '2023-01-03', undefined],
    ['the day before a clamped one', IDA, '2022-02-27', 'UNDER_18'],
    ['on a clamped one', IDA, '2022-02-28', undefined],
  ])('%s', async (_when, cpr, indexDay, reason) => {
    const decision = await decide('statin', about(cpr, pci(indexDay)), { asOf: indexDay });

    expect(decision.reason).toBe(reason);
  });

  it('is decided by the newest CPR', async () => {
    const story = [about(GRY, pci('2023-01-03')), civilRegistration.newNumber(ANNA, GRY, '2023-02-01')];
    const back = [about(ANNA, pci('2023-01-03')), civilRegistration.newNumber(GRY, ANNA, '2023-02-01')];

    expect((await decide('statin', story, { asOf: '2023-03-01' })).outcome).toBe('pending');
    expect(await decide('statin', back, { asOf: '2023-03-01' })).toMatchObject({ reason: 'UNDER_18' });
  });

  it('is asked anew of each pathway', async () => {
    const { decision } = await evaluate(about(GRY, pci('2023-01-03'), pci('2024-06-03')), { asOf: '2024-07-01' });

    expect(decision('ldl', 1)).toMatchObject({ outcome: 'not-applicable', reason: 'UNDER_18' });
    expect(decision('ldl', 2)).toMatchObject({ outcome: 'pending' });
  });
});

describe('the civil state on a day is that of the latest record from then or before', () => {
  const start = pci('2023-01-03');
  const asOf = '2024-01-04';
  const { status } = civilRegistration;
  const reasonOf = async (...states: ReturnType<typeof status>[]) =>
    (await decide('ldl', [start, states], { asOf })).reason;

  it('emigrated and home again before the index day: not excluded', async () => {
    expect(await reasonOf(status('emigrated', '2020-01-01'), status('alive', '2023-01-03'))).toBe('NO_VALUE');
  });

  it('home again only during the window: excluded', async () => {
    expect(await reasonOf(status('emigrated', '2020-01-01'), status('alive', '2023-01-04'))).toBe(
      'EMIGRATED_IN_WINDOW',
    );
  });

  it('the first day away gives the reason', async () => {
    const [away, dead] = [status('emigrated', '2023-03-01'), status('dead', '2023-06-01')];

    expect(await reasonOf(dead, away)).toBe('EMIGRATED_IN_WINDOW');
    expect(await reasonOf(status('dead', '2023-02-01'), away)).toBe('DIED_IN_WINDOW');
  });

  it('of two records from one day the later recorded rules, then the greater id', async () => {
    const day = '2023-03-01';
    const at = (hour: string) => ({ time: `2023-03-01T${hour}:00:00Z` });

    expect(await reasonOf(status('dead', day, at('12')), status('alive', day, at('13')))).toBe('NO_VALUE');
    expect(await reasonOf(status('dead', day, at('13')), status('alive', day, at('12')))).toBe('DIED_IN_WINDOW');
    expect(
      await reasonOf(status('dead', day, { ...at('12'), id: 'b' }), status('emigrated', day, { ...at('12'), id: 'a' })),
    ).toBe('DIED_IN_WINDOW');
  });

  it('dead before the index day is excluded too', async () => {
    expect(await reasonOf(status('dead', '2022-12-31'))).toBe('DIED_IN_WINDOW');
  });

  it('another person’s death is none', async () => {
    expect(await reasonOf(status('dead', '2023-02-01', { cpr: BO }))).toBe('NO_VALUE');
  });

  it('after the end of a short window a long one can still be excluded', async () => {
    const { decision } = await evaluate([start, bloodPressure(120, 70, '2023-02-01'), status('dead', '2023-05-01')], {
      asOf,
    });

    expect(decision('statin')).toMatchObject({ outcome: 'not-met', reason: 'NO_EVIDENCE' });
    expect(decision('participation')).toMatchObject({ outcome: 'excluded' });
    expect(decision('blood-pressure')).toMatchObject({ outcome: 'excluded' });
  });
});
