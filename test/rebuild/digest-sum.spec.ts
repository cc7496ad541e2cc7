import fc from 'fast-check';
import { digestOfJson } from '../../src/kernel/digest';
import { addDigests, digestNumber, writeDigest } from '../../src/operations/rebuild/digest-sum';

const MOST = 2n ** 132n - 1n;
const anyDigest = fc.oneof(fc.bigInt({ min: 0n, max: MOST }), fc.constantFrom(0n, 1n, MOST));

test('a sum of digests is a digest, the same for any order, and every part can be told from it', () => {
  fc.assert(
    fc.property(anyDigest, anyDigest, anyDigest, (a, b, c) => {
      const sum = addDigests(addDigests(a, b), c);

      expect(sum).toBe((a + b + c) % 2n ** 132n);
      expect(addDigests(c, addDigests(b, a))).toBe(sum);
    }),
  );
});

test('every digest is another number', () => {
  const values = Array.from({ length: 100 }, (_, at) => digestOfJson([at]));
  const written = values.map((digest) => Buffer.from(`${digest}AA`, 'base64url').toString('hex').slice(0, 33));

  expect(values.map((digest) => writeDigest(digestNumber(digest)))).toEqual(written);
});

test('a digest is written in thirty-three characters', () => {
  expect([0n, 255n, MOST].map(writeDigest)).toEqual(['0'.repeat(33), 'ff'.padStart(33, '0'), 'f'.repeat(33)]);
});
