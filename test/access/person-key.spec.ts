import { PersonKeys } from '../../src/access/domain/person-key';

const keys = new PersonKeys(Buffer.from('a key for tests only'));

test('a person key is 128 bits of HMAC-SHA256 over the ten digits, base64url, after p_', () => {
  // printf 1502779995 | openssl dgst -sha256 -hmac 'a key for tests only' -binary | head -c16 | base64
  expect(keys.keyOf('1502779995')).toBe('p_aR5iFmHisPbsg8dGYQY9zw');
});

test('the same number has the same key every time and every number one of its own', () => {
  const numbers = Array.from({ length: 2_000 }, (_, at) => `010170${String(at).padStart(4, '0')}`);

  expect(new Set(numbers.map(keys.keyOf)).size).toBe(numbers.length);
  expect(numbers.map(keys.keyOf)).toEqual(numbers.map(new PersonKeys(Buffer.from('a key for tests only')).keyOf));
});

test('another secret gives every number another key', () => {
  const other = new PersonKeys(Buffer.from('another key for tests'));

  expect(other.keyOf('1502779995')).not.toBe(keys.keyOf('1502779995'));
});
