import { BoundedCache } from './bounded-cache';

test('a cache keeps what was used last', () => {
  const cache = new BoundedCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);

  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
});

test('a cache keeps no more than its weight, and nothing that is heavier alone', () => {
  const cache = new BoundedCache<string>(5, (text) => text.length);
  cache.set('a', 'xx');
  cache.set('b', 'xxx');
  expect([cache.get('a'), cache.get('b')]).toEqual(['xx', 'xxx']);
  cache.set('a', 'xxx');
  expect([cache.get('a'), cache.get('b')]).toEqual(['xxx', undefined]);
  cache.set('c', 'xxxxxx');
  expect([cache.get('a'), cache.get('c')]).toEqual([undefined, undefined]);
  cache.set('d', 'xxxxx');
  expect(cache.get('d')).toBe('xxxxx');
});

test('a cache of no weight keeps nothing', () => {
  const cache = new BoundedCache<number>(0);
  cache.set('a', 1);

  expect(cache.get('a')).toBeUndefined();
});
