import { decide, evaluate } from '../support/evaluate';
import { foldOne } from '../support/fold';
import { hospital } from '../support/sectors';
import { correction } from '../support/source-event';

const { procedure, diagnosis, pci } = hospital();
const asOf = '2023-06-01';

const contactId = 'K-4411';
const ballooning = procedure('KFNG02', '2023-01-03', { contactId, id: 'pci' });
const observed = diagnosis('DZ034', '2023-01-03', { contactId });
const confirmed = diagnosis('DI209', '2023-01-13', { contactId });

test('R10: a PCI without a diagnosis is held, and opens no pathway', async () => {
  const { decisions, receipts } = await evaluate(ballooning, { asOf });
  const { findings, pathways } = await foldOne(ballooning);

  expect(receipts).toMatchObject([{ status: 'accepted' }]);
  expect(decisions).toEqual([]);
  expect(pathways).toEqual([]);
  expect(findings).toMatchObject([{ code: 'MISSING_DIAGNOSIS', event: 'pci', about: 'qualifying-event' }]);
});

test('R10: so is a service whose contact has no diagnosis', async () => {
  const talk = procedure('BVDY04', '2023-01-18', { contactId: 'K-5', id: 'talk' });
  const decision = await decide('participation', [pci('2023-01-03'), talk], { asOf });

  expect(decision).toMatchObject({ outcome: 'pending', findings: [{ code: 'MISSING_DIAGNOSIS', event: 'talk' }] });
});

test('R11: a diagnosis still standing as obs is none', async () => {
  const { findings, pathways } = await foldOne([ballooning, observed]);

  expect(pathways).toEqual([]);
  expect(findings).toMatchObject([{ code: 'OBS_DIAGNOSIS_ONLY', event: 'pci' }]);
});

test('R11: nor does it carry a service', async () => {
  const atObservation = [
    diagnosis('DZ034', '2023-01-18', { contactId: 'K-5' }),
    procedure('BVDY04', '2023-01-18', { contactId: 'K-5', id: 'talk' }),
  ];
  const decision = await decide('participation', [pci('2023-01-03'), atObservation], { asOf });

  expect(decision).toMatchObject({ outcome: 'pending', findings: [{ code: 'OBS_DIAGNOSIS_ONLY', event: 'talk' }] });
});

test('R11b: confirmed ten days later on the same contact, the PCI counts from its own date', async () => {
  const { findings, pathways } = await foldOne([ballooning, observed, confirmed]);

  expect(pathways).toMatchObject([{ number: 1, indexDay: '2023-01-03' }]);
  expect(findings).toEqual([]);
});

test('R11b: the flip is visible in the history: nothing known on the ninth day, a pathway on the tenth', async () => {
  const story = [ballooning, observed, confirmed];
  const before = await evaluate(story, { asOf, knownAt: '2023-01-12T23:59:59+01:00' });
  const after = await evaluate(story, { asOf, knownAt: '2023-01-13T12:00:00+01:00' });

  expect(before.decisions).toEqual([]);
  expect(after.decision('participation').indexDay).toBe('2023-01-03');
});

test('R11b: refuted later, it is out again', async () => {
  const refuted = correction(confirmed, { refuted: true, time: '2023-03-01T09:00:00+01:00' });
  const { findings, pathways } = await foldOne([ballooning, observed, confirmed, refuted]);

  expect(pathways).toEqual([]);
  expect(findings).toMatchObject([{ code: 'OBS_DIAGNOSIS_ONLY', event: 'pci' }]);
});
