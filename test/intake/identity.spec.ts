import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfJson, digestOfName } from '../../src/kernel/digest';
import { receiptsOf } from '../support/evaluate';
import { hospital } from '../support/sectors';

const first = hospital().bloodPressure(128, 78, '2023-02-01', { id: 'm-1', recordId: 'M' });

const answers = async (lines: readonly string[]): Promise<unknown[]> =>
  (await receiptsOf(lines)).map((receipt) => receipt?.code ?? receipt?.status);

const withUnknown = (unknown: string): string => JSON.stringify(first).replace('"data":{', `"data":{"n":${unknown},`);

test('an id made up by one municipality does not stand in for another’s', async () => {
  const file = join(__dirname, 'faults', 'forged-id.ndjson');

  expect(await answers(readFileSync(file, 'utf8').trimEnd().split('\n'))).toEqual(['accepted', 'accepted']);
});

test.each([
  ['1e400', '1e401'],
  ['1e400', '-1e400'],
  ['1e-400', '0'],
  ['12345678901234567890', '12345678901234567891'],
  ['0.10000000000000000001', '0.1'],
  ['[1e400]', '[null]'],
  ['9007199254740993', '9007199254740992'],
  ['"1e400"', '1e400'],
])('in an unknown field %s is not %s', async (one, other) => {
  expect(await answers([withUnknown(one), withUnknown(other), withUnknown(one)])).toEqual([
    'accepted',
    'ID_REUSED',
    'duplicate',
  ]);
});

test.each([
  ['1e400', '1.0E+400'],
  ['12345678901234567890', '12345678901234567890.0'],
  ['1E2', '100'],
  ['{"a":null,"b":1}', '{"b":1.0}'],
])('in an unknown field %s is %s', async (one, other) => {
  expect(await answers([withUnknown(one), withUnknown(other)])).toEqual(['accepted', 'duplicate']);
});

test('a field of the data is not a member of the event', async () => {
  const inData = JSON.stringify({ ...first, data: { ...first.data, note: 1 } });

  expect(await answers([inData, JSON.stringify({ ...first, note: 1 })])).toEqual(['accepted', 'ID_REUSED']);
});

test('an unknown field named __proto__ is one like any other', async () => {
  const named = (value: string): string => JSON.stringify(first).replace('"data":{', `"data":{"__proto__":${value},`);

  expect(await answers([named('{"cpr":1}'), named('{"cpr":2}'), JSON.stringify(first)])).toEqual([
    'accepted',
    'ID_REUSED',
    'ID_REUSED',
  ]);
});

test('ids that differ in half a surrogate pair are two', async () => {
  const named = (id: string): string => JSON.stringify({ ...first, id, data: { ...first.data, recordId: id } });

  expect(await answers([named('\ud800'), named('\udfff'), named('\ufffd')])).toEqual(only('accepted', 3));
  expect(new Set(['\ud800', '\udfff', '\ufffd'].map((id) => digestOfName('s', id))).size).toBe(3);
  expect(new Set(['\ud800', '\udfff', '\ufffd'].map((id) => digestOfJson([id]))).size).toBe(3);
});

test('parts of a name are kept apart', () => {
  const names = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['1"a', 'bc']].map((parts) => digestOfName(...parts));

  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[\w-]{22}$/);
});

const only = (status: string, count: number): string[] => Array.from({ length: count }, () => status);
