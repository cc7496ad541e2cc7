import { evaluate } from '../support/evaluate';
import { hospital } from '../support/sectors';

const { pci, bloodPressure } = hospital();
const knownAt = '2023-06-01T00:00:00Z';
const asOf = '2024-01-04';
const start = pci('2023-01-03');

test('`receivedtime` decides, and `time` where there is none', async () => {
  const { receipts, decision } = await evaluate(
    [
      start,
      bloodPressure(128, 78, '2023-02-01', { receivedtime: '2023-07-01T00:00:00Z' }),
      bloodPressure(150, 95, '2023-02-02', { time: '2023-07-01T00:00:00Z' }),
      bloodPressure(138, 88, '2023-02-03', { time: '2023-07-01T00:00:00Z', receivedtime: '2023-05-01T00:00:00Z' }),
    ],
    { asOf, knownAt },
  );

  expect(receipts.slice(2)).toMatchObject([undefined, undefined, { status: 'accepted' }]);
  expect(decision('blood-pressure')).toMatchObject({ value: { systolic: 138 }, also: [] });
});

test.each([
  ['2023-06-01T02:00:00+02:00', 'accepted'],
  ['2023-06-01T00:00:00.001Z', undefined],
])('received %s: %s', async (receivedtime, status) => {
  const { receipts } = await evaluate(bloodPressure(128, 78, '2023-02-01', { receivedtime }), { asOf, knownAt });

  expect(receipts[0]?.status).toBe(status);
});

test('sound events received later are passed over before any other check', async () => {
  const later = { receivedtime: '2023-07-01T00:00:00Z' };
  const { receipts } = await evaluate(
    [
      bloodPressure(128, 78, '2023-02-01', { ...later, source: 'private:x' }),
      bloodPressure(128, 78, '2023-02-01', { ...later, cpr: 'x' }),
      bloodPressure(128, 78, '2022-02-01', later),
    ],
    { asOf, knownAt },
  );

  expect(receipts).toEqual([undefined, undefined, undefined]);
});

test('an unsound envelope is refused at any time', async () => {
  const { receipts } = await evaluate(['not json', bloodPressure(128, 78, '2023-02-01', { receivedtime: 'later' })], {
    asOf,
    knownAt,
  });

  expect(receipts).toMatchObject([{ code: 'INVALID_EVENT' }, { code: 'INVALID_EVENT', path: 'receivedtime' }]);
});

test('what was passed over claims no id and is no duplicate', async () => {
  const early = bloodPressure(128, 78, '2023-02-01', { receivedtime: '2023-03-01T00:00:00Z' });
  const { receipts } = await evaluate([{ ...early, receivedtime: '2023-07-01T00:00:00Z' }, early], { asOf, knownAt });

  expect(receipts).toMatchObject([undefined, { status: 'accepted' }]);
});

test('of a duplicate received twice, the earlier receipt counts', async () => {
  const early = bloodPressure(128, 78, '2023-02-01', { receivedtime: '2023-03-01T00:00:00Z' });
  const { decision } = await evaluate([start, { ...early, receivedtime: '2023-07-01T00:00:00Z' }, early], {
    asOf,
    knownAt,
  });

  expect(decision('blood-pressure').outcome).toBe('met');
});

test('a correction received later leaves the first version in force', async () => {
  const first = bloodPressure(150, 95, '2023-02-01', { recordId: 'M' });
  const corrected = bloodPressure(128, 78, '2023-02-01', { recordId: 'M', version: 2, time: '2023-08-01T00:00:00Z' });
  const before = await evaluate([start, first, corrected], { asOf, knownAt });
  const after = await evaluate([start, first, corrected], { asOf });

  expect(before.decision('blood-pressure').outcome).toBe('not-met');
  expect(after.decision('blood-pressure').outcome).toBe('met');
});
