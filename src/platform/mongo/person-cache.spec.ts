import { PersonCache } from './person-cache';

const anna = 'p_anna';

test('what was read is held', () => {
  const cache = new PersonCache<string>(10);
  const reading = cache.begin([anna]);
  cache.hold(reading, anna, 'read');
  cache.end(reading);

  expect(cache.get(anna)).toBe('read');
});

test('what was read is not held when someone wrote meanwhile, who may have been later or earlier than the reading', () => {
  const cache = new PersonCache<string>(10);
  const reading = cache.begin([anna]);
  const writing = cache.begin([anna]);
  cache.end(writing);
  cache.changed(writing, anna, 'written');
  cache.hold(reading, anna, 'read before it was written');
  cache.end(reading);

  expect(cache.get(anna)).toBe('written');
});

test('what was read while someone wrote is not held once that is over', () => {
  const cache = new PersonCache<string>(10);
  const writing = cache.begin([anna]);
  const reading = cache.begin([anna]);
  cache.hold(reading, anna, 'read before it was written');
  cache.end(reading);
  cache.end(writing);
  cache.changed(writing, anna);

  expect(cache.get(anna)).toBeUndefined();
});

test('a failed writing leaves nothing held', () => {
  const cache = new PersonCache<string>(10);
  const first = cache.begin([anna]);
  cache.changed(first, anna, 'before');
  cache.end(first);
  const failed = cache.begin([anna]);
  cache.changed(failed, anna);
  cache.end(failed);

  expect(cache.get(anna)).toBeUndefined();
});

test('who was forgotten is not held by what was read or written before', () => {
  const cache = new PersonCache<string>(10);
  const reading = cache.begin([anna]);
  const writing = cache.begin(['p_bo']);
  cache.forget();
  cache.hold(reading, anna, 'read');
  cache.changed(writing, 'p_bo', 'written');

  expect([cache.get(anna), cache.get('p_bo')]).toEqual([undefined, undefined]);
});

test('no more is held than the weight allows, and of a weight of nothing nothing', () => {
  const [light, none] = [new PersonCache<string>(5, (text) => text.length), new PersonCache<string>(0)];
  for (const cache of [light, none]) {
    for (const [person, value] of [
      ['p_a', 'xx'],
      ['p_b', 'xxx'],
      ['p_c', 'xxxxxx'],
      ['p_d', 'x'],
    ] as const) {
      cache.hold(cache.begin([person]), person, value);
    }
  }

  expect(['p_a', 'p_b', 'p_c', 'p_d'].map((person) => light.get(person))).toEqual([undefined, 'xxx', undefined, 'x']);
  expect(none.get('p_d')).toBeUndefined();
});
