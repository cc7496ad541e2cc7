import { citedIn, evaluate } from '../support/evaluate';
import { foldOne } from '../support/fold';
import { OTHER_HOSPITAL, hospital } from '../support/sectors';
import { retraction } from '../support/source-event';

const { pci, procedure, diagnosis, bloodPressure, service } = hospital();
const elsewhere = hospital(OTHER_HOSPITAL);

const indexDays = async (...story: Parameters<typeof foldOne>[0][]) =>
  (await foldOne(story)).pathways.map(({ indexDay }) => indexDay);

describe('what opens a pathway', () => {
  it.each(['DI21', 'DI210', 'DI219B', 'DI22', 'DI221', ' di219'])('an AMI diagnosis: %s', async (code) => {
    expect(await indexDays(diagnosis(code, '2023-01-03'))).toEqual(['2023-01-03']);
  });

  it.each(['DI20', 'DI209', 'DI249', 'DI251', 'DZ034', 'DE119', 'I21', 'XDI21'])(
    'no other diagnosis by itself: %s',
    async (code) => {
      expect(await indexDays(diagnosis(code, '2023-01-03'))).toEqual([]);
    },
  );

  it.each([
    ['H', []],
    ['M', []],
    ['C', []],
    ['G', []],
    ['A', ['2023-01-03']],
    ['B', ['2023-01-03']],
  ])('an AMI diagnosis in the role %s: %j', async (role, days) => {
    expect(await indexDays(diagnosis('DI219', '2023-01-03', { role }))).toEqual(days);
  });

  it('not a refuted AMI diagnosis', async () => {
    expect(await indexDays(diagnosis('DI219', '2023-01-03', { refuted: true }))).toEqual([]);
    expect(await indexDays(diagnosis('DI219', '2023-01-03', { refuted: false }))).toEqual(['2023-01-03']);
  });

  it.each(['KFNG', 'KFNG02', 'KFNA00', 'KFNB10', 'KFNC20', 'KFND10', 'KFNE00'])(
    'a PCI or CABG with its diagnosis: %s, on the day it was performed',
    async (code) => {
      const links = { contactId: 'K-1' };
      const story = [procedure(code, '2023-01-03', links), diagnosis('DI251', '2023-02-03', links)];

      expect(await indexDays(story)).toEqual(['2023-01-03']);
    },
  );

  it.each(['KFNF00', 'KFNH00', 'KFMA00', 'BVDY04'])('no other procedure: %s', async (code) => {
    const links = { contactId: 'K-1' };

    expect(await indexDays(procedure(code, '2023-01-03', links), diagnosis('DI251', '2023-01-03', links))).toEqual([]);
  });

  it.each([
    [undefined, 'MISSING_DIAGNOSIS'],
    ['DZ034', 'OBS_DIAGNOSIS_ONLY'],
    ['DE119', 'OTHER_DIAGNOSIS_ONLY'],
  ])('a PCI beside %s is held: %s', async (code, finding) => {
    const links = { contactId: 'K-1' };
    const beside = code === undefined ? [] : [diagnosis(code, '2023-01-03', links)];
    const { pathways, findings } = await foldOne([procedure('KFNG02', '2023-01-03', links), beside]);

    expect(pathways).toEqual([]);
    expect(findings).toMatchObject([{ code: finding, about: 'qualifying-event', on: '2023-01-03' }]);
  });

  it('observation beside another diagnosis is another diagnosis', async () => {
    const links = { contactId: 'K-1' };
    const beside = [diagnosis('DZ034', '2023-01-03', links), diagnosis('DE119', '2023-01-03', links)];
    const { findings } = await foldOne([procedure('KFNG02', '2023-01-03', links), beside]);

    expect(findings).toMatchObject([{ code: 'OTHER_DIAGNOSIS_ONLY' }]);
  });
});

describe('the next pathway', () => {
  it.each([
    ['2024-01-03', ['2023-01-03']],
    ['2024-01-04', ['2023-01-03', '2024-01-04']],
  ])('opens more than 365 days later: on %s there are %j', async (on, days) => {
    expect(await indexDays(pci('2023-01-03'), pci(on))).toEqual(days);
  });

  it('counts from the index day of the last pathway, not from the last event', async () => {
    const days = ['2023-01-03', '2023-12-01', '2024-02-01', '2024-12-31', '2025-01-31', '2025-02-01'];

    expect(await indexDays(days.map((day) => diagnosis('DI219', day)))).toEqual([
      '2023-01-03',
      '2024-02-01',
      '2025-02-01',
    ]);
  });

  it('takes the facts from its index day on', async () => {
    const story = [
      pci('2023-01-03'),
      pci('2024-01-04'),
      bloodPressure(150, 95, '2024-01-03', { id: 'first' }),
      bloodPressure(120, 70, '2024-01-04', { id: 'second' }),
    ];
    const { decision } = await evaluate(story, { asOf: '2025-02-01' });

    expect(citedIn(decision('blood-pressure', 1).decisive)).toEqual(['first']);
    expect(citedIn(decision('blood-pressure', 2).decisive)).toEqual(['second']);
  });

  it('takes them also from a window that is still open, when a leap year makes it 366 days long', async () => {
    const story = [pci('2023-03-01'), pci('2024-03-01'), bloodPressure(120, 70, '2024-03-01')];
    const { decision } = await evaluate(story, { asOf: '2025-06-01' });

    expect(decision('blood-pressure', 1)).toMatchObject({ window: { to: '2024-03-01' }, reason: 'NO_VALUE' });
    expect(decision('blood-pressure', 2)).toMatchObject({ outcome: 'met' });
  });

  it('does not open before the as-of day', async () => {
    const story = [pci('2023-01-03'), pci('2024-01-04')];
    const before = await evaluate(story, { asOf: '2024-01-03' });
    const after = await evaluate(story, { asOf: '2024-01-04' });
    const early = await evaluate(story, { asOf: '2023-01-02' });

    expect([early, before, after].map(({ decisions }) => decisions.length)).toEqual([0, 12, 24]);
  });
});

test('facts before the first index day belong to no pathway', async () => {
  const { pathways } = await foldOne([
    pci('2023-02-03'),
    bloodPressure(120, 70, '2023-02-02'),
    service('BVDY04', '2023-02-02'),
  ]);

  expect(pathways[0]?.facts).toEqual([]);
});

test('the index hospital is the source of the qualifying event on the index day', async () => {
  const { pathways } = await foldOne([elsewhere.pci('2023-01-03'), diagnosis('DI219', '2023-01-04')]);

  expect(pathways).toMatchObject([{ hospital: OTHER_HOSPITAL }]);
});

test('of several on one day, the least by source, then record', async () => {
  const { pathways } = await foldOne([
    elsewhere.diagnosis('DI219', '2023-01-03', { recordId: 'a' }),
    diagnosis('DI219', '2023-01-03', { recordId: 'z' }),
  ]);

  expect(pathways).toMatchObject([{ hospital: 'hospital:330901000016003' }]);
});

test('a retracted qualifying event opens none, and the next one takes its place', async () => {
  const first = diagnosis('DI219', '2023-01-03');
  const second = diagnosis('DI219', '2023-03-03');

  expect(await indexDays(first, second, retraction(first))).toEqual(['2023-03-03']);
});
