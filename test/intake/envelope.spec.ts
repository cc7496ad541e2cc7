import { receiptsOf } from '../support/evaluate';
import { hospital } from '../support/sectors';

const sound = hospital().bloodPressure(130, 80, '2023-02-01', { id: 'm-1' });

/** The event with members of its envelope replaced; undefined leaves one out. */
const receiptWith = async (members: Record<string, unknown>) =>
  (await receiptsOf(JSON.stringify({ ...sound, ...members })))[0];

test.each(['', ' ', 'not json', '{"specversion":"1.0"', '[]', '[{}]', 'null', '1', '"text"', 'true'])(
  'a line that is no JSON object is refused without a path: %s',
  async (line) => {
    const [receipt] = await receiptsOf(line);

    expect(receipt).toMatchObject({ status: 'rejected', code: 'INVALID_EVENT' });
    expect(receipt).not.toHaveProperty('path');
    expect(receipt?.message).not.toBe('');
  },
);

test.each([
  ['specversion', ['0.3', 1, '1', undefined, null]],
  ['id', ['', 7, undefined, null]],
  ['source', ['', 7, undefined, null, ['hospital:330901000016003']]],
  ['type', ['dk.rehabspor.hospital.measurement.v2', 'hospital.measurement', 7, undefined, null]],
  ['time', ['2023-02-10', '2023-02-10T11:04:09', '2023-02-30T11:04:09Z', '2023-02-10T25:04:09Z', 7, undefined, null]],
  ['receivedtime', ['yesterday', '2023-02-10T11:04:09', 7]],
  ['data', [[], 'text', 7, undefined, null]],
])('an envelope with an unsound %s is refused, naming it', async (path, values) => {
  for (const value of values) {
    expect(await receiptWith({ [path]: value })).toMatchObject({ status: 'rejected', code: 'INVALID_EVENT', path });
  }
});

test.each([
  '2023-02-10T11:04:09Z',
  '2023-02-10t11:04:09z',
  '2023-02-10T11:04:09.123456789+01:00',
  '2023-02-10T11:04:09-05:30',
  '2016-12-31T23:59:60Z',
])('%s is an instant', async (time) => {
  expect(
    await receiptWith({ time, data: { ...sound.data, measuredOn: '2023-02-01', status: 'retracted' } }),
  ).toMatchObject(time.startsWith('2016') ? { code: 'SERVICE_DATE_IN_FUTURE' } : { status: 'accepted' });
});

test('a receivedtime of null is absent, and unknown members of the envelope are no fault', async () => {
  expect(await receiptWith({ receivedtime: null, subject: 7, dataschema: null, region: '1083' })).toMatchObject({
    status: 'accepted',
  });
});

test('of several faults the first in the order of the envelope is named', async () => {
  const members = ['specversion', 'id', 'source', 'type', 'time', 'receivedtime', 'data'];
  for (const [at, path] of members.entries()) {
    const faults = Object.fromEntries(members.slice(at).map((name) => [name, 0]));
    expect(await receiptWith(faults)).toMatchObject({ path });
  }
});

test('a refused event’s receipt names its id and source where they are texts, and leaves them out where not', async () => {
  expect(await receiptWith({ time: 'never' })).toMatchObject({ id: 'm-1', source: sound.source });
  expect(await receiptWith({ id: 7, source: null })).not.toHaveProperty('id');
  expect(await receiptWith({ source: 7 })).not.toHaveProperty('source');
});
