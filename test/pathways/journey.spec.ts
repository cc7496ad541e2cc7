import { journeyOf, type Journey } from '../../src/kernel/journey';
import { packPerson, unpackPerson } from '../../src/platform/sqlite/pathway-codec';
import type { Told } from '../support/evaluate';
import { foldOne } from '../support/fold';
import {
  ODENSE,
  ODENSE_HOSPITAL,
  OTHER_HOSPITAL,
  civilRegistration,
  danheart,
  generalPractice,
  hospital,
  laboratory,
  municipality,
  patient,
  pharmacy,
} from '../support/sectors';
import { correction, retraction } from '../support/source-event';

const { pci, referral, service, bloodPressure, hads, smoking } = hospital();
const odense = municipality();
const NYBORG = 'municipality:0450';
const D0 = '2023-01-03';

async function journey(told: Told, pathway = 1): Promise<Journey> {
  const { pathways, civilStates } = await foldOne([pci(D0), told]);
  const found = pathways[pathway - 1];
  if (found === undefined) throw new Error(`There is no pathway ${pathway}.`);
  return journeyOf(found, civilStates);
}

describe('the journey of a pathway', () => {
  it('is empty when nobody did anything', async () => {
    expect(await journey([])).toEqual({});
  });

  it('tells referral, start and end with who, when and why', async () => {
    const told = [
      odense.end('2023-03-15', { outcome: 'stopped', reason: 'back at work' }),
      odense.start('2023-02-01', { referredOn: '2023-01-10' }),
      referral(ODENSE, ['training', 'diet'], '2023-01-10'),
    ];

    expect(await journey(told)).toEqual({
      referrals: [{ on: '2023-01-10', from: ODENSE_HOSPITAL, to: ODENSE, interventions: ['training', 'diet'] }],
      starts: [{ on: '2023-02-01', municipality: ODENSE, course: 'f-1', referredOn: '2023-01-10' }],
      ends: [{ on: '2023-03-15', municipality: ODENSE, course: 'f-1', outcome: 'stopped', reason: 'back at work' }],
      reportedBy: { municipality: '2023-02-01' },
    });
  });

  it('orders what happened by day, whoever reported first', async () => {
    const told = [referral(NYBORG, [], '2023-02-05'), referral(ODENSE, [], '2023-01-10')];

    expect((await journey(told)).referrals?.map(({ to }) => to)).toEqual([ODENSE, NYBORG]);
  });

  it('follows corrections and forgets what was retracted', async () => {
    const first = referral(ODENSE, ['training'], '2023-01-10');
    const gone = referral(NYBORG, [], '2023-02-05');
    const told = [first, correction(first, { to: NYBORG }), gone, retraction(gone)];

    expect((await journey(told)).referrals).toMatchObject([{ on: '2023-01-10', to: NYBORG }]);
  });

  it('keeps what belongs to the next pathway apart', async () => {
    const told = [referral(ODENSE, [], '2023-01-10'), pci('2024-06-01'), referral(NYBORG, [], '2024-06-10')];

    expect((await journey(told, 1)).referrals).toMatchObject([{ to: ODENSE }]);
    expect((await journey(told, 2)).referrals).toMatchObject([{ to: NYBORG }]);
  });

  it('knows who delivered a service the hospital only tells of (R02)', async () => {
    const told = service('BUG1', '2023-02-10', { performedBy: NYBORG });

    expect(await journey(told)).toEqual({
      elsewhere: [{ on: '2023-02-10', service: 'diet', source: ODENSE_HOSPITAL, by: NYBORG }],
    });
  });

  it('knows which municipality delivered something before or without a start, once (R14b)', async () => {
    const nyborg = municipality('0450');
    const told = [
      odense.start('2023-02-01'),
      odense.intervention('diet', '2023-02-05'),
      nyborg.intervention('smoking-cessation', '2023-02-10'),
      nyborg.intervention('smoking-cessation', '2023-02-17'),
      nyborg.start('2023-02-20'),
    ];

    expect((await journey(told)).delivered).toEqual([{ on: '2023-02-10', municipality: NYBORG }]);
  });

  it('tells of death and emigration from the index day on', async () => {
    const { status } = civilRegistration;

    expect((await journey([status('dead', '2023-05-01')])).departed).toEqual({ on: '2023-05-01', state: 'dead' });
    expect((await journey([status('emigrated', '2022-05-01')])).departed).toEqual({ on: D0, state: 'emigrated' });
    expect(await journey([status('emigrated', '2021-05-01'), status('alive', '2022-05-01')])).toEqual({});
  });

  it('is the same after a stay in the store', async () => {
    const told = [
      referral(ODENSE, ['training'], '2023-01-10'),
      odense.start('2023-02-01', { referredOn: '2023-01-10', plannedSessions: 12 }),
      odense.end('2023-03-15', { outcome: 'stopped', reason: 'back at work' }),
      service('BUG1', '2023-02-10', { performedBy: NYBORG }),
    ];
    const person = await foldOne([pci(D0), told]);

    expect(unpackPerson(packPerson(person))).toEqual(person);
  });
});

describe('who has reported rehabilitation', () => {
  it.each<[string, Told, Journey['reportedBy']]>([
    ['a hospital service', service('BVDY01', '2023-02-01'), { hospital: '2023-02-01' }],
    ['a HADS', [hads(3, 3, '2023-02-01')], { hospital: '2023-02-01' }],
    ['a smoking status at the hospital', [smoking('smoker', '2023-02-01')], { hospital: '2023-02-01' }],
    ['blood pressure alone', [bloodPressure(130, 80, '2023-02-01')], undefined],
    ['a referral alone', [referral(ODENSE, ['training'], '2023-02-01')], undefined],
    ['a service that was a referral only', service('BUG1', '2023-02-01', { purpose: 'referral' }), undefined],
    ['a service without a diagnosis', [hospital().procedure('BVDY01', '2023-02-01')], undefined],
    ['an intervention not attended', [odense.intervention('diet', '2023-02-01', { attended: false })], undefined],
    ['an intervention attended', [odense.intervention('diet', '2023-02-01')], { municipality: '2023-02-01' }],
    ['a municipal end', [odense.end('2023-04-01')], { municipality: '2023-04-01' }],
    ['general practice’s smoking status', [generalPractice().smoking('smoker', '2024-02-01')], undefined],
    ['general practice’s HADS', [generalPractice().hads(3, 3, '2023-09-01')], { 'general-practice': '2023-09-01' }],
    [
      'a patient’s answer',
      [patient.questionnaire('hads', '2023-02-01', { anxiety: 1, depression: 1 })],
      { patient: '2023-02-01' },
    ],
    [
      'laboratory and pharmacy',
      [laboratory.ldl(1.2, '2023-02-01'), pharmacy.dispensing('C10AA05', '2023-02-01')],
      undefined,
    ],
  ])('%s', async (_what, told, reportedBy) => {
    expect((await journey(told)).reportedBy).toEqual(reportedBy);
  });

  it('names the first day of each sector, hospital first', async () => {
    const told = [odense.start('2023-02-01'), odense.end('2023-05-01'), service('BVDY01', '2023-03-01')];

    expect(JSON.stringify((await journey(told)).reportedBy)).toBe(
      '{"hospital":"2023-03-01","municipality":"2023-02-01"}',
    );
  });

  it('counts a DanHeart form for the hospital', async () => {
    const { pathways } = await foldOne([pci('2022-12-01'), danheart().end('2022-12-20')]);

    expect(pathways.map((pathway) => journeyOf(pathway).reportedBy)).toEqual([{ hospital: '2022-12-20' }]);
  });

  it('asks only for reports within the pathway', async () => {
    const before = hospital(OTHER_HOSPITAL).hads(3, 3, '2023-01-01');

    expect((await journey([before])).reportedBy).toBeUndefined();
  });
});
