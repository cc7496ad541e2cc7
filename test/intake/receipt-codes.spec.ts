import { REJECTION_CODES } from '../../src/kernel/receipt';
import { receiptsOf } from '../support/evaluate';
import {
  LAB,
  ODENSE,
  ODENSE_HOSPITAL,
  PHARMACY,
  civilRegistration,
  danheart,
  feed,
  generalPractice,
  hospital,
  laboratory,
  municipality,
  patient,
  pharmacy,
} from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

const ward = hospital();
const odense = municipality('0461');
const on = '2023-02-10';

const last = async (...events: (SourceEvent | string)[]) => (await receiptsOf(events)).at(-1);

describe('R15 and R04: who may report what', () => {
  it.each([
    ['private:physio', 'NOT_REGISTRABLE', 'source'],
    ['Hospital:330901000016003', 'NOT_REGISTRABLE', 'source'],
    ['330901000016003', 'NOT_REGISTRABLE', 'source'],
    [':330901000016003', 'NOT_REGISTRABLE', 'source'],
    [ODENSE, 'WRONG_CODE_SYSTEM_FOR_SECTOR', 'type'],
    ['danheart:330901000016003', 'WRONG_CODE_SYSTEM_FOR_SECTOR', 'type'],
    ['registry:rkkp', 'WRONG_CODE_SYSTEM_FOR_SECTOR', 'type'],
  ])('a hospital procedure from %s is refused', async (source, code, path) => {
    expect(await last(ward.procedure('BUG1', on, { source }))).toMatchObject({ status: 'rejected', code, path });
  });

  it.each(['BUG1', 'BVDY04', 'train', '', 7, false, null, { coding: [] }])(
    'a municipal event with a `code` of any value is refused: %j',
    async (code) => {
      const refused = { code: 'WRONG_CODE_SYSTEM_FOR_SECTOR', path: 'data.code' };

      expect(await last(odense.intervention('diet', on, { code }))).toMatchObject(refused);
      expect(await last(odense.hads(3, 4, on, { code }))).toMatchObject(refused);
    },
  );

  it('a `code` elsewhere than in municipal events is only an unknown field', async () => {
    expect(await last(generalPractice().bloodPressure(130, 80, on, { code: 'T90' }))).toMatchObject({
      status: 'accepted',
    });
  });
});

describe('UNKNOWN_ORGANISATION', () => {
  it.each([
    ['a municipality that does not exist', odense.start(on, { source: 'municipality:0999' }), 'source'],
    ['a municipality by its name', odense.start(on, { source: 'municipality:Odense' }), 'source'],
    ['a SOR code of ten digits', ward.contact('K', on, { source: 'hospital:3309010000' }), 'source'],
    ['a SOR code with a letter', ward.contact('K', on, { source: 'hospital:33090100001600A' }), 'source'],
    ['an empty SOR code', ward.contact('K', on, { source: 'hospital:' }), 'source'],
    ['a DanHeart SOR that is none', danheart('danheart:ouh').start('2022-12-05'), 'source'],
    ['a ydernummer of five digits', generalPractice('12345').hads(3, 4, on), 'source'],
    ['a ydernummer of seven digits', generalPractice('1234567').hads(3, 4, on), 'source'],
    ['another laboratory', laboratory.ldl(1.3, on, { source: 'laboratory:ouh' }), 'source'],
    ['another pharmacy', pharmacy.dispensing('B01AC06', on, { source: 'pharmacy:svane' }), 'source'],
    ['another civil registration', civilRegistration.status('alive', on, { source: 'person:cpr' }), 'source'],
    [
      'another PRO system',
      patient.questionnaire('hads', on, { anxiety: 3, depression: 4 }, { source: 'patient:me' }),
      'source',
    ],
    ['a referral to no municipality', ward.referral('municipality:0999', ['diet'], on), 'data.to'],
    ['a performer without a SOR code', ward.procedure('BUG1', on, { performedBy: 'hospital:OUH' }), 'data.performedBy'],
    ['a feed of no municipality', feed('municipality:0000', 'silent', on), 'data.organisation'],
    ['a feed of another laboratory', feed('laboratory:ouh', 'silent', on), 'data.organisation'],
  ])('%s', async (_what, event, path) => {
    expect(await last(event)).toMatchObject({ status: 'rejected', code: 'UNKNOWN_ORGANISATION', path });
  });

  it.each([
    ['a SOR code of eleven digits', ward.contact('K', on, { source: 'hospital:33090100001' })],
    ['a private performer', ward.procedure('BUG1', on, { performedBy: 'private:dietitian' })],
    ['a referral to a private clinic', ward.referral('private:clinic', ['diet'], on)],
    ['a feed of another kind', feed('ambulance:falck', 'silent', on)],
    ['a feed of the laboratory database', feed(LAB, 'silent', on)],
    ['a feed of the prescription register', feed(PHARMACY, 'connected', on)],
    ['residence in a municipality that no longer exists', civilRegistration.livesIn('0999', on)],
  ])('is not said of %s', async (_what, event) => {
    expect(await last(event)).toMatchObject({ status: 'accepted' });
  });
});

describe('SERVICE_DATE_IN_FUTURE: later than the day after the Danish day of `time`', () => {
  it.each([
    ['2023-02-09T12:00:00+01:00', 'accepted'],
    ['2023-02-08T22:59:59.999Z', 'rejected'],
    ['2023-02-08T23:00:00Z', 'accepted'],
  ])('dated 2023-02-10 and recorded %s: %s (winter time)', async (time, status) => {
    expect(await last(ward.diagnosis('DI209', on, { time }))).toMatchObject({ status });
  });

  it('knows summer time', async () => {
    expect(await last(ward.diagnosis('DI209', '2023-07-10', { time: '2023-07-08T21:59:59Z' }))).toMatchObject({
      code: 'SERVICE_DATE_IN_FUTURE',
      path: 'data.diagnosedOn',
    });
    expect(await last(ward.diagnosis('DI209', '2023-07-10', { time: '2023-07-08T22:00:00Z' }))).toMatchObject({
      status: 'accepted',
    });
  });

  it.each([
    [ward.contact('K', on), 'startedOn'],
    [ward.procedure('KFNG02', on), 'performedOn'],
    [ward.referral(ODENSE, ['diet'], on), 'referredOn'],
    [ward.hads(3, 4, on), 'measuredOn'],
    [odense.start(on, { referredOn: '2023-01-01' }), 'startedOn'],
    [odense.intervention('diet', on), 'deliveredOn'],
    [odense.end(on), 'endedOn'],
    [laboratory.ldl(1.3, on), 'sampledOn'],
    [pharmacy.dispensing('B01AC06', on), 'dispensedOn'],
    [patient.questionnaire('hads', on, { anxiety: 3, depression: 4 }), 'answeredOn'],
    [danheart().start('2022-12-05'), 'serviceOn'],
  ])('%#: is asked of %2$s', async (event, field) => {
    const early = { ...event, time: '2022-11-30T12:00:00Z' };
    expect(await last(early)).toMatchObject({ code: 'SERVICE_DATE_IN_FUTURE', path: `data.${field}` });
  });

  it.each([
    ['civil registration', civilRegistration.status('emigrated', on)],
    ['a feed status', feed(PHARMACY, 'silent', on)],
    ['a contact’s end', ward.contact('K', '2022-11-01', { endedOn: on })],
  ])('is not asked of %s', async (_what, event) => {
    expect(await last({ ...event, time: '2022-11-30T12:00:00Z' })).toMatchObject({ status: 'accepted' });
  });
});

describe('an event with two faults is refused for the earlier check’s', () => {
  const used = ward.procedure('KFNG02', '2023-01-03', { id: 'used' });
  const late = '2023-02-05';
  const faults: [string, SourceEvent][] = [
    ['INVALID_EVENT', odense.intervention('diet', on, { source: 'private:x', time: 'noon' })],
    ['NOT_REGISTRABLE', odense.intervention('diet', on, { source: 'private:x', code: 'BUG1' })],
    ['WRONG_CODE_SYSTEM_FOR_SECTOR', odense.intervention('diet', on, { code: 'BUG1', deliveredOn: null })],
    ['INVALID_EVENT', ward.procedure('BUG1', on, { cpr: '3102779995', code: null })],
    ['INVALID_CPR', ward.procedure('BUG1', on, { cpr: '3102779995', source: 'hospital:1' })],
    ['UNKNOWN_ORGANISATION', ward.procedure('BUG1', '2022-12-31', { source: 'hospital:1' })],
    ['UNKNOWN_ORGANISATION', ward.procedure('BUG1', '2022-12-31', { performedBy: 'hospital:1' })],
    ['WRONG_CHANNEL', danheart().start('2023-01-15', { submittedOn: late })],
    ['WRONG_CHANNEL', ward.ldl(1.2, '2022-12-31', { time: '2022-12-01T12:00:00Z' })],
    ['DANHEART_CLOSED', danheart().start('2022-12-20', { submittedOn: late, time: '2022-12-01T12:00:00Z' })],
    ['ALREADY_IN_REGISTRY', ward.ldl(1.2, '2023-05-01', { time: '2023-02-01T12:00:00Z' })],
    ['SERVICE_DATE_IN_FUTURE', ward.procedure('BUG1', '2023-05-01', { id: 'used', time: '2023-02-01T12:00:00Z' })],
    ['ID_REUSED', ward.procedure('BUG1', on, { id: 'used' })],
  ];

  it.each(faults)('%s comes first (%#)', async (code, event) => {
    expect(await last(used, event)).toMatchObject({ status: 'rejected', code });
  });

  it('in the order in which the codes are listed, of which the last is no fault of an event', () => {
    const order = faults.map(([code]) => code).filter((code, at, all) => all.indexOf(code) === at);

    expect([...order, 'NOT_HANDLED']).toEqual(REJECTION_CODES);
  });
});

test('the path of a refused date is that of its field, also when it is retracted: fields that are there are checked', async () => {
  const { data, ...envelope } = ward.procedure('BUG1', '2022-12-31', { status: 'retracted', version: 2 });

  expect(await last({ ...envelope, data })).toMatchObject({ code: 'WRONG_CHANNEL', path: 'data.performedOn' });
  expect(await last({ ...envelope, data: { ...data, performedOn: null } })).toMatchObject({
    status: 'accepted',
    source: ODENSE_HOSPITAL,
  });
});
