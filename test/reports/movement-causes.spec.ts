import type { Cause } from '../../src/reporting/domain/movement/causes';
import type { CountName } from '../../src/reporting/domain/movement/counts';
import type { MovingReport } from '../../src/reporting/application/explain-movement';
import type { Told } from '../support/evaluate';
import { civilRegistration, feed, hospital, municipality, ODENSE, ODENSE_HOSPITAL, pharmacy } from '../support/sectors';
import { ANNA, BO, correction, retraction, type SourceEvent } from '../support/source-event';
import { changedSet, basis, mergedRegions, period, reportsOver } from './viewpoints';

const [BEFORE, BETWEEN, AFTER] = ['2024-06-01T12:00:00Z', '2024-06-15T12:00:00Z', '2024-06-30T12:00:00Z'];

const early: MovingReport = {
  period: period('all'),
  asOf: '2024-06-30',
  knownAt: Date.parse(BEFORE),
  basis,
};
const late: MovingReport = { ...early, knownAt: Date.parse(AFTER) };

/** What was received before the first report, and what between the two. */
const received = (told: readonly (SourceEvent | readonly SourceEvent[])[], moment: string): SourceEvent[] =>
  told.flat().map((event) => ({ ...event, receivedtime: moment }));
const known = (...told: (SourceEvent | readonly SourceEvent[])[]): SourceEvent[] => received(told, BEFORE);
const since = (...told: (SourceEvent | readonly SourceEvent[])[]): SourceEvent[] => received(told, BETWEEN);

const patient = (cpr = ANNA): SourceEvent[] =>
  [civilRegistration.livesIn('0461', '2020-01-01', { cpr }), hospital().pci('2023-01-03', { cpr })].flat();

interface Asked {
  readonly from?: MovingReport;
  readonly to?: MovingReport;
  readonly indicator?: string;
  readonly count?: CountName;
}

/** What each cause did to one count of an indicator, as `cause: change`. */
async function causesOf(
  told: Told,
  { from = early, to = late, indicator = 'participation', count = 'met' }: Asked = {},
): Promise<Partial<Record<Cause, number>>> {
  const { moved } = await reportsOver(told);
  const { rows } = await moved.between(from, to, { level: 'denmark' });
  const found: Partial<Record<Cause, number>> = {};
  for (const { parts } of rows.filter((row) => row.indicator === indicator)) {
    for (const { cause, counts } of parts) if (counts[count] !== 0) found[cause] = (found[cause] ?? 0) + counts[count];
  }
  return found;
}

const started = municipality().start('2023-02-01');

test('nothing between two moments moves nothing', async () => {
  expect(await causesOf([known(patient(), started), received([patient(BO)], '2024-07-15T12:00:00Z')])).toEqual({});
});

test('a patient nobody had reported is a new patient, with all that came along', async () => {
  const wrong = municipality().start('2023-02-01', { cpr: BO });
  const told = [
    known(patient(), started),
    since(patient(BO), wrong, correction(wrong, { startedOn: '2023-02-02' }), retraction(wrong, { version: 9 })),
  ];

  expect(await causesOf(told, { count: 'notMet' })).toEqual({ 'new-patients': 1 });
  expect(await causesOf(told)).toEqual({});
});

test('a known patient’s new pathway is new as well', async () => {
  const told = [known(patient()), since(hospital().pci('2024-02-03'))];

  expect(await causesOf(told, { count: 'pending' })).toEqual({ 'new-patients': 1 });
});

test('a start that had not been reported is a late event, however it was corrected before it was seen', async () => {
  const told = [known(patient()), since(started, correction(started, { startedOn: '2023-02-05' }))];

  expect(await causesOf(told)).toEqual({ 'late-events': 1 });
});

test('a start that is moved out of the window is a correction', async () => {
  const moved = correction(started, { startedOn: '2023-09-05', time: '2023-09-06T12:00:00Z' });
  const told = [known(patient(), started), since(moved)];

  expect(await causesOf(told)).toEqual({ corrections: -1 });
});

test('a start that is taken back is a retraction', async () => {
  expect(await causesOf([known(patient(), started), since(retraction(started))])).toEqual({ retractions: -1 });
});

test('a diagnosis refuted later takes the patient out by correction', async () => {
  const [procedure, diagnosis] = hospital().pci('2023-01-03') as [SourceEvent, SourceEvent];
  const told = [known(procedure, diagnosis), since(correction(diagnosis, { refuted: true }))];

  expect(await causesOf(told, { count: 'notMet' })).toEqual({ corrections: -1 });
});

test('a window that closes is passing time', async () => {
  const told = [known(patient())];
  const from = { ...early, asOf: '2023-03-01' };

  expect(await causesOf(told, { from, count: 'pending' })).toEqual({ 'passing-time': -1 });
  expect(await causesOf(told, { from, count: 'notMet' })).toEqual({ 'passing-time': 1 });
});

test('a pathway known before its day had come is passing time, not a new patient', async () => {
  const from = { ...early, asOf: '2022-12-31' };

  expect(await causesOf([known(patient())], { from, count: 'notMet' })).toEqual({ 'passing-time': 1 });
});

test('a source said to be silent is feed status', async () => {
  const told = [known(patient()), since(feed(ODENSE, 'silent', '2023-01-01'))];

  expect(await causesOf(told, { count: 'notMet' })).toEqual({ 'feed-status': -1 });
  expect(await causesOf(told, { count: 'unknown' })).toEqual({ 'feed-status': 1 });
});

test('a silence that leaves a value as it is moves the bounds alone', async () => {
  const pressure = hospital().bloodPressure(130, 80, '2023-03-01');
  const told = [known(patient(), pressure), since(feed(ODENSE_HOSPITAL, 'silent', '2023-06-01', '2023-07-01'))];
  const moved = { indicator: 'blood-pressure' } as const;

  expect(await causesOf(told, moved)).toEqual({});
  expect(await causesOf(told, { ...moved, count: 'leastMet' })).toEqual({ 'feed-status': -1 });
  expect(await causesOf(told, { ...moved, count: 'mostNotMet' })).toEqual({ 'feed-status': 1 });
  expect(await causesOf(told, { ...moved, count: 'mostMet' })).toEqual({});
});

test('another set and another policy are definitions', async () => {
  const lateStart = municipality().start('2023-05-15');
  const set = { ...late, basis: { ...basis, set: changedSet(basis.set) } };
  const referral = hospital().service('BUG1', '2023-03-01', { purpose: 'referral' });
  const policy = { ...late, basis: { ...basis, policy: { bugOnReferral: 'lenient' } } };
  const need = hospital().dietScore(60, '2023-02-01');

  expect(await causesOf([known(patient(), lateStart)], { to: set })).toEqual({ definitions: -1 });
  expect(await causesOf([known(patient(), need, referral)], { to: policy, indicator: 'diet' })).toEqual({
    definitions: 1,
  });
});

test('a hospital under another region is organisations: one region loses what the other gains', async () => {
  const to = { ...late, basis: { ...basis, organisations: mergedRegions(basis.organisations) } };
  const { moved } = await reportsOver([known(patient(), started)]);
  const { rows } = await moved.between(early, to, { level: 'region' });
  const numerators = rows
    .filter(({ indicator }) => indicator === 'participation')
    .map(({ unit, parts }) => [unit.name, parts.map(({ cause, counts }) => [cause, counts.met])]);

  expect(numerators).toEqual([
    ['Region Syddanmark', [['organisations', -1]]],
    ['Region Ny', [['organisations', 1]]],
  ]);
});

test('other days asked about are the period', async () => {
  const to = { ...late, period: period('2024') };

  expect(await causesOf([known(patient(), started)], { to })).toEqual({ period: -1 });
});

test('a number that replaces another makes no new patient', async () => {
  const told = [known(patient(), started), since(civilRegistration.newNumber(BO, ANNA, '2024-06-01'))];

  expect(await causesOf(told)).toEqual({});
});

test('several causes at once each get their own', async () => {
  const told = [
    known(patient(), pharmacy.dispensing('C10AA05', '2023-01-20'), patient(BO)),
    since(started, retraction(pharmacy.dispensing('C10AA05', '2023-01-20'))),
  ];
  const statin = pharmacy.dispensing('C10AA05', '2023-01-10', { cpr: BO });
  const both = [...told, known(statin), since(retraction(statin))];

  expect(await causesOf(both)).toEqual({ 'late-events': 1 });
  expect(await causesOf(both, { indicator: 'statin' })).toEqual({ retractions: -1 });
});
