import fc from 'fast-check';
import { compareCodePoints } from '../../src/kernel/ordering';
import { canonicalJson } from '../../src/kernel/canonical-json';

/** The definition, said with what the language has: members of every object in code point order. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareCodePoints(a, b)))
      : inner,
  );
const anyKey = fc.string({ minLength: 1 }).filter((key) => key !== '__proto__' && !/^\d+$/.test(key));

test('members stand in code point order at every depth, and reading it back gives the same value', () => {
  const anyValue = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(anyKey, tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(canonicalJson(value)).toBe(inOrder(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 500 },
  );
});

test('a member without a value is not there', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
});
