import { citedIn, decide, evaluate, receiptsOf } from '../support/evaluate';
import { danheart, hospital, laboratory, municipality } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

const { pci, procedure, service, bloodPressure, ldl, diagnosis, contact, referral } = hospital();
const odense = municipality('0461');
const forms = danheart();

const receiptOf = async (event: SourceEvent) => (await receiptsOf(event))[0];

test('R15: an insurance-paid service cannot be registered, and the patient stays in the denominator', async () => {
  const paid = odense.intervention('diet', '2023-03-01', { source: 'private:dietitian', id: 'paid' });
  const { decision, receipts } = await evaluate([pci('2023-01-03'), paid], { asOf: '2024-01-04' });

  expect(receipts.at(-1)).toMatchObject({ id: 'paid', status: 'rejected', code: 'NOT_REGISTRABLE', path: 'source' });
  expect(decision('participation')).toMatchObject({ outcome: 'not-met', reason: 'NO_EVIDENCE' });
});

describe('R16–R17: the service date decides between DanHeart and LPR', () => {
  it.each([
    ['BUG*', procedure('BUG1', '2022-12-31'), 'data.performedOn'],
    ['BRXT*', procedure('BRXT1', '2022-12-31'), 'data.performedOn'],
    ['BVDY0*', procedure('BVDY04', '2022-12-30'), 'data.performedOn'],
    ['a measurement', bloodPressure(130, 80, '2022-12-31'), 'data.measuredOn'],
  ])('an LPR service of 2022 is refused: %s', async (_what, event, path) => {
    expect(await receiptOf(event)).toMatchObject({ status: 'rejected', code: 'WRONG_CHANNEL', path });
  });

  it('is decided by the service date, not by when it was recorded', async () => {
    const recordedLate = procedure('BUG1', '2022-12-31', { time: '2023-02-01T10:00:00+01:00' });

    expect(await receiptOf(recordedLate)).toMatchObject({ code: 'WRONG_CHANNEL' });
    expect(await receiptOf(procedure('BUG1', '2023-01-01'))).toMatchObject({ status: 'accepted' });
  });

  it('a DanHeart service of 2023 is refused', async () => {
    expect(await receiptOf(forms.start('2023-01-01'))).toMatchObject({ code: 'WRONG_CHANNEL', path: 'data.serviceOn' });
    expect(await receiptOf(forms.start('2022-12-31'))).toMatchObject({ status: 'accepted' });
  });

  it.each([
    ['a municipal intervention', odense.intervention('diet', '2022-12-30')],
    ['a municipal measurement', odense.hads(5, 5, '2022-12-30')],
    ['a diagnosis', diagnosis('DI209', '2022-12-30')],
    ['a contact', contact('K-1', '2022-12-30')],
    ['a referral', referral('municipality:0461', ['diet'], '2022-12-30')],
    ['a PCI', procedure('KFNG02', '2022-12-30')],
    ['a CABG', procedure('KFNC10', '2022-12-30')],
  ])('unaffected in 2022: %s', async (_what, event) => {
    expect(await receiptOf(event)).toMatchObject({ status: 'accepted' });
  });
});

test('R18: what is in a register already is not registered again from 2023', async () => {
  expect(await receiptOf(ldl(1.2, '2023-02-01'))).toMatchObject({ code: 'ALREADY_IN_REGISTRY', path: 'data.kind' });
  expect(await receiptOf(laboratory.ldl(1.2, '2023-02-01'))).toMatchObject({ status: 'accepted' });
});

test('R18: a hospital-typed LDL decides nothing, the laboratory’s own does', async () => {
  const { decision } = await evaluate([pci('2023-01-03'), ldl(1.2, '2023-02-01'), laboratory.ldl(1.9, '2023-02-01')], {
    asOf: '2024-01-04',
  });

  expect(decision('ldl')).toMatchObject({ outcome: 'not-met', value: { ldl: 1.9 }, also: [] });
});

test.each([
  ['2023-01-31', { status: 'accepted' }],
  ['2023-02-01', { status: 'rejected', code: 'DANHEART_CLOSED', path: 'data.submittedOn' }],
])('R19: a DanHeart form submitted on %s', async (submittedOn, receipt) => {
  expect(await receiptOf(forms.start('2022-12-05', { submittedOn }))).toMatchObject(receipt);
});

test('R20, R24: a pathway may start in DanHeart and end in the municipality', async () => {
  const { decisions, decision } = await evaluate(
    [
      pci('2022-12-01'),
      forms.start('2022-12-05', { hads: { anxiety: 9, depression: 3 }, id: 'start-form' }),
      odense.hads(4, 3, '2023-03-01', { id: 'end-in-municipality' }),
    ],
    { asOf: '2023-12-31' },
  );

  expect(new Set(decisions.map(({ pathway }) => pathway))).toEqual(new Set([1]));
  expect(decision('participation')).toMatchObject({ outcome: 'met', decisive: [{ sector: 'hospital' }] });
  expect(citedIn(decision('hads-start').decisive)).toEqual(['start-form']);
  expect(citedIn(decision('hads-end').decisive)).toEqual(['end-in-municipality']);
});

test('R20, R24: or in LPR', async () => {
  const story = [
    pci('2022-12-01'),
    forms.start('2022-12-05'),
    service('BVDY0', '2023-03-01', { id: 'lpr' }),
    bloodPressure(128, 78, '2023-03-01', { id: 'lpr-pressure' }),
  ];
  const { decision } = await evaluate(story, { asOf: '2023-12-31' });

  expect(citedIn(decision('participation').also)).toEqual(['lpr']);
  expect(decision('blood-pressure')).toMatchObject({
    outcome: 'met',
    decisive: [{ event: 'lpr-pressure' }],
    also: [{ source: 'danheart:330901000016003', sector: 'hospital' }],
  });
});

test.each([
  ['form', 'data.form'],
  ['serviceOn', 'data.serviceOn'],
  ['submittedOn', 'data.submittedOn'],
  ['smokingStatus', 'data.smokingStatus'],
  ['bloodPressure', 'data.bloodPressure'],
])('R21: a DanHeart form without its mandatory field %s is refused, naming it', async (field, path) => {
  const receipt = await receiptOf(forms.start('2022-12-05', { [field]: null }));

  expect(receipt).toMatchObject({ status: 'rejected', code: 'INVALID_EVENT', path });
  expect(receipt?.message).toContain(path);
});

test('R22: sampled before New Year, answered in January: accepted, and the sample date decides the year', async () => {
  const late = forms.end('2022-12-29', { submittedOn: '2023-01-09', time: '2023-01-09T10:00:00+01:00', id: 'late' });
  const sample = laboratory.ldl(1.3, '2022-12-29', { time: '2023-01-09T10:00:00+01:00', id: 'sample' });
  const story = [pci('2022-01-10'), late, sample];

  expect(await receiptOf(late)).toMatchObject({ status: 'accepted' });
  expect(await decide('blood-pressure', story, { asOf: '2023-01-11' })).toMatchObject({
    decisive: [{ event: 'late', on: '2022-12-29' }],
  });
  expect(await decide('ldl', story, { asOf: '2023-01-11' })).toMatchObject({
    outcome: 'met',
    decisive: [{ event: 'sample', on: '2022-12-29' }],
  });
});
