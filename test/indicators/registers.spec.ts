import { isWithinBounds } from '../../src/indicators/domain/within-bounds';
import { citedIn, decide, type Told } from '../support/evaluate';
import { danheart, generalPractice, hospital, laboratory, municipality, patient, pharmacy } from '../support/sectors';

const { pci, bloodPressure } = hospital();
const start = pci('2023-01-03');
const asOf = '2024-01-04';

describe('LDL', () => {
  const ldl = (...story: Told[]) => decide('ldl', [start, story], { asOf });

  it.each([
    [1.4, 'met'],
    [0, 'met'],
    [1.4000001, 'not-met'],
    ['<1.4', 'met'],
    ['<=1.4', 'met'],
    ['<0.5', 'met'],
    ['<1.5', 'unknown'],
    ['<2.0', 'unknown'],
    ['<=1.5', 'unknown'],
    ['>8', 'not-met'],
    ['>1.4', 'not-met'],
    ['>=1.5', 'not-met'],
    ['>=1.4', 'unknown'],
    ['>1.3', 'unknown'],
    ['>0', 'unknown'],
  ])('of %s: %s', async (value, outcome) => {
    const decision = await ldl(laboratory.ldl(value, '2023-11-30'));

    expect(decision.outcome).toBe(outcome);
    if (outcome === 'unknown')
      expect(decision).toMatchObject({ reason: 'VALUE_CANNOT_TELL', decisive: [{ what: 'ldl' }] });
    else expect(decision.value).toEqual({ ldl: value, unit: 'mmol/L' });
  });

  it('an older value does not speak for a latest one that cannot tell', async () => {
    const told = [
      laboratory.ldl(1.3, '2023-06-01', { id: 'older' }),
      laboratory.ldl('<2.0', '2023-11-30', { id: 'latest' }),
    ];
    const decision = await ldl(told);

    expect(decision).toMatchObject({ outcome: 'unknown', reason: 'VALUE_CANNOT_TELL', possible: ['met', 'not-met'] });
    expect(decision).not.toHaveProperty('value');
    expect(citedIn(decision.decisive)).toEqual(['latest']);
    expect(citedIn(decision.also)).toEqual(['older']);
  });

  it('while the window is open the latest that cannot tell is cited, and nothing stands so far', async () => {
    const told = [laboratory.ldl(1.3, '2023-06-01'), laboratory.ldl('<2.0', '2023-11-30', { id: 'latest' })];
    const decision = await decide('ldl', [start, told], { asOf: '2023-12-24' });

    expect(decision.outcome).toBe('pending');
    expect(decision).not.toHaveProperty('provisional');
    expect(citedIn(decision.decisive)).toEqual(['latest']);
  });

  it('one that could not tell stands beside a later one that can', async () => {
    const told = [laboratory.ldl('<2.0', '2023-06-01', { id: 'earlier' }), laboratory.ldl(1.3, '2023-11-30')];
    const decision = await ldl(told);

    expect(decision).toMatchObject({ outcome: 'met', value: { ldl: 1.3 } });
    expect(citedIn(decision.also)).toEqual(['earlier']);
  });

  it.each(['NPU01568', 'NPU10171', 'AAB00101', 'AAB00102'])('is %s', async (npu) => {
    expect((await ldl(laboratory.ldl(1.3, '2023-06-01', { npu }))).outcome).toBe('met');
  });

  it.each(['NPU27300', 'NPU015681', 'NPU0156'])('is not %s', async (npu) => {
    expect((await ldl(laboratory.ldl(1.3, '2023-06-01', { npu }))).outcome).toBe('unknown');
  });

  it.each([{ npu: ' npu01568' }, { unit: 'MMOL/l' }])('is compared without case and blanks: %j', async (sent) => {
    expect((await ldl(laboratory.ldl(1.3, '2023-06-01', sent))).outcome).toBe('met');
  });

  it.each(['mg/dL', 'mmol/mol', ''])('in “%s” is kept and not used', async (unit) => {
    expect((await ldl(laboratory.ldl(1.3, '2023-06-01', { unit }))).outcome).toBe('unknown');
  });

  it.each([
    ['the municipality', municipality().ldl(1.3, '2023-06-01')],
    ['general practice', generalPractice().ldl(1.3, '2023-06-01')],
    ['the patient', patient.questionnaire('ldl', '2023-06-01', { value: 1.3 })],
  ])('typed by %s informs only', async (_who, event) => {
    expect((await ldl(event)).outcome).toBe('unknown');
  });

  it('bounds compare exactly', () => {
    expect(isWithinBounds('<1.4', { atMost: 1.4 })).toBe(true);
    expect(isWithinBounds('>1.4', { atMost: 1.4 })).toBe(false);
    expect(isWithinBounds('>=1.4', { atMost: 1.4 })).toBeUndefined();
  });
});

describe('dispensings', () => {
  it.each(['B01AA03', 'B01AC06', 'B01AE07', 'B01AF02', 'B01AC'])('%s is an antithrombotic', async (atc) => {
    const decision = await decide('antithrombotic', [start, pharmacy.dispensing(atc, '2023-01-10')], { asOf });

    expect(decision).toMatchObject({ outcome: 'met', decisive: [{ sector: 'pharmacy', what: atc }] });
  });

  it.each(['C10AA05', 'C10BA05', 'C10BX03'])('%s is a statin', async (atc) => {
    expect((await decide('statin', [start, pharmacy.dispensing(atc, '2023-01-10')], { asOf })).outcome).toBe('met');
  });

  it.each([
    ['antithrombotic', 'b01ac06'],
    ['antithrombotic', ' B01ac06 '],
    ['statin', 'c10aa05'],
  ])('%s counts a code in lower case, or with blanks around it: "%s"', async (indicator, atc) => {
    const decision = await decide(indicator, [start, pharmacy.dispensing(atc, '2023-01-10')], { asOf });

    expect(decision).toMatchObject({ outcome: 'met', decisive: [{ sector: 'pharmacy' }] });
  });

  it.each(['B01AB05', 'B01AD01', 'C10AB04', 'C10AX09', 'C09AA05', 'B01A'])('%s is neither', async (atc) => {
    const story = [start, pharmacy.dispensing(atc, '2023-01-10')];

    expect((await decide('antithrombotic', story, { asOf })).outcome).toBe('not-met');
    expect((await decide('statin', story, { asOf })).outcome).toBe('not-met');
  });
});

describe('blood pressure', () => {
  const pressure = (...story: Told[]) => decide('blood-pressure', [start, story], { asOf });

  it.each([
    [139, 89, 'met'],
    [140, 89, 'not-met'],
    [139, 90, 'not-met'],
    [139.9, 89.9, 'met'],
  ])('%s/%s: %s', async (systolic, diastolic, outcome) => {
    expect(await pressure(bloodPressure(systolic, diastolic, '2023-04-03'))).toMatchObject({
      outcome,
      value: { systolic, diastolic },
    });
  });

  it.each([
    ['the municipality', municipality().bloodPressure(120, 70, '2023-04-03')],
    ['the patient', patient.questionnaire('blood-pressure', '2023-04-03', { systolic: 120, diastolic: 70 })],
    ['general practice before 2024', generalPractice().bloodPressure(120, 70, '2023-12-31')],
  ])('from %s is not used', async (_who, event) => {
    expect(await pressure(event)).toMatchObject({ outcome: 'unknown', reason: 'NO_VALUE' });
  });

  it('from a DanHeart form is the hospital’s', async () => {
    const story = [pci('2022-12-01'), danheart().end('2022-12-20')];

    expect(await decide('blood-pressure', story, { asOf })).toMatchObject({
      outcome: 'met',
      value: { systolic: 130, diastolic: 80 },
      decisive: [{ sector: 'hospital', source: 'danheart:330901000016003' }],
    });
  });
});
