import { flatAxis, type CountTable } from '../../../src/disclosure/domain/count-axis';
import { remember } from '../../../src/disclosure/application/remember';
import { knownPattern } from '../../../src/disclosure/domain/known-patterns';

const axis = (keys: readonly string[], weight = 5) => flatAxis(keys, { key: 'total', weight });
const table = (counts: readonly number[], keys: readonly string[] = ['a', 'b'], weight = 5): CountTable => ({
  rows: axis(keys, weight),
  columns: axis(['x', 'y']),
  counts,
});
const COUNTS = [1, 2, 3, 4, 5, 9, 5, 7, 12];

function asking() {
  const patterns = remember().patterns;
  let workedOut = 0;
  const ask = (asked: CountTable, threshold = 3): Uint8Array =>
    knownPattern(asked, threshold, patterns, () => Uint8Array.of((workedOut += 1)));
  return { ask, times: () => workedOut };
}

test('the pattern of an equal table is worked out once', () => {
  const { ask, times } = asking();

  expect(ask(table(COUNTS))).toEqual(ask(table([...COUNTS])));
  expect(ask(table(COUNTS))).toEqual(ask({ ...table(COUNTS), counts: Int32Array.from(COUNTS) }));
  expect(times()).toBe(1);
});

test.each([
  ['another count', table([2, 1, 3, ...COUNTS.slice(3)]), 3],
  ['another threshold', table(COUNTS), 4],
  ['other sums', { ...table(COUNTS), rows: { ...axis(['a', 'b']), divisions: [] } }, 3],
  ['another weight', table(COUNTS, ['a', 'b'], Infinity), 3],
])('with %s it is worked out anew', (_what, other, threshold) => {
  const { ask, times } = asking();
  ask(table(COUNTS));
  ask(other, threshold);

  expect(times()).toBe(2);
});
