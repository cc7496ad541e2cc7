import fc from 'fast-check';
import { addDigests, writeDigest } from '../../src/operations/rebuild/digest-sum';

const anyDigest = fc.oneof(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom(0, 1, 2 ** 53 - 1));

test('a sum of digests is a digest, the same for any order, and every part can be told from it', () => {
  fc.assert(
    fc.property(anyDigest, anyDigest, anyDigest, (a, b, c) => {
      const sum = addDigests(addDigests(a, b), c);

      expect(BigInt(sum)).toBe((BigInt(a) + BigInt(b) + BigInt(c)) % 2n ** 53n);
      expect(addDigests(c, addDigests(b, a))).toBe(sum);
    }),
  );
});

test('a digest is written in fourteen characters', () => {
  expect([0, 255, 2 ** 53 - 1].map(writeDigest)).toEqual(['00000000000000', '000000000000ff', '1fffffffffffff']);
});
