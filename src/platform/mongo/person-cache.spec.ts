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
