import { evaluate, receiptsOf } from '../support/evaluate';
import { hospital } from '../support/sectors';

const { bloodPressure, pci } = hospital();
const first = bloodPressure(128, 78, '2023-02-01', { id: 'm-1', recordId: 'M' });

/** The event with its members, and those of its data, in the opposite order. */
function turned(event: object): string {
  return JSON.stringify(event, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
}

const statuses = async (...told: (object | string)[]) =>
  (await receiptsOf(told.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))))).map((receipt) =>
    receipt?.status === 'rejected' ? receipt.code : receipt?.status,
  );

test('the same event again is a duplicate, however often', async () => {
  expect(await statuses(first, first, first)).toEqual(['accepted', 'duplicate', 'duplicate']);
});

test('a duplicate’s receipt carries id, source and status only', async () => {
  expect((await receiptsOf([first, first]))[1]).toEqual({ id: 'm-1', source: first.source, status: 'duplicate' });
});

test('the order of members and the blanks between them do not matter', async () => {
  expect(await statuses(first, turned(first), JSON.stringify(first, null, 4).replaceAll('\n', ' '))).toEqual([
    'accepted',
    'duplicate',
    'duplicate',
  ]);
});

test('nor do the spelling of a number and of a text', async () => {
  const respelled = JSON.stringify(first).replace('128', '1.28e2').replace('"M"', '"\\u004d"');

  expect(await statuses(first, respelled)).toEqual(['accepted', 'duplicate']);
});

test('nor does when it was received', async () => {
  const later = { ...first, receivedtime: '2023-04-01T10:00:00Z' };
  const earlier = { ...first, receivedtime: '2023-03-01T10:00:00Z' };

  expect(await statuses(first, later, earlier)).toEqual(['accepted', 'duplicate', 'duplicate']);
});

test.each([
  ['another value', { ...first, data: { ...first.data, systolic: 129 } }],
  ['another time', { ...first, time: '2023-02-01T12:00:00.001+01:00' }],
  ['a member more', { ...first, subject: 'M' }],
  ['an unknown field more', { ...first, data: { ...first.data, note: 'M' } }],
  ['the version said, though it goes without saying', { ...first, data: { ...first.data, version: 1 } }],
  ['the status said, though it goes without saying', { ...first, data: { ...first.data, status: 'active' } }],
  ['the type of content said, though it goes without saying', { ...first, datacontenttype: 'application/json' }],
  ['another person', { ...first, data: { ...first.data, cpr: '0201609995' } }],
  ['another registration', { ...first, data: { ...first.data, recordId: 'N' } }],
  ['a retraction', { ...first, data: { cpr: '1502779995', recordId: 'M', status: 'retracted' } }],
  ['a number as text in an unknown member', { ...first, sequence: '1' }],
])('the same source and id with other content is refused: %s', async (_what, event) => {
  expect(await statuses(first, event)).toEqual(['accepted', 'ID_REUSED']);
});

test.each([
  ['the same instant otherwise written', { ...first, time: '2023-02-01T11:00:00.0004Z' }],
  ['a member that is null', { ...first, subject: null }],
  ['an unknown field that is null', { ...first, data: { ...first.data, note: null } }],
  ['the CPR with a hyphen', { ...first, data: { ...first.data, cpr: '150277-9995' } }],
])('what says nothing else is a repeat: %s', async (_what, event) => {
  expect(await statuses(first, event)).toEqual(['accepted', 'duplicate']);
});

test.each([
  [[[], 1], [[1]]],
  [
    [1, 2],
    [2, 1],
  ],
  [[null], []],
  [0, false],
  [1, '1'],
  [
    { a: 1, b: 2 },
    { a: 2, b: 1 },
  ],
  [{ a: { b: 1 } }, { a: {}, b: 1 }],
])('content is compared as JSON values: %j is not %j', async (one, other) => {
  expect(await statuses({ ...first, extension: one }, { ...first, extension: other })).toEqual([
    'accepted',
    'ID_REUSED',
  ]);
});

test('the same id from another source is another event', async () => {
  expect(await statuses(first, { ...first, source: 'hospital:440401000016009' })).toEqual(['accepted', 'accepted']);
});

test('an id whose first use was refused is free', async () => {
  const refused = { ...first, data: { ...first.data, systolic: 'high' } };

  expect(await statuses(refused, first, first)).toEqual(['INVALID_EVENT', 'accepted', 'duplicate']);
});

test('of a reused id the first accepted stands', async () => {
  const reused = { ...first, data: { ...first.data, version: 2, systolic: 150 } };
  const { decision } = await evaluate([pci('2023-01-03'), first, reused], { asOf: '2024-01-04' });

  expect(decision('blood-pressure')).toMatchObject({ outcome: 'met', value: { systolic: 128 } });
});
