import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from '../../src/kernel/canonical-json';

/** Any plain data; texts and names are well-formed, and names include those that objects treat otherwise. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '1', '10', '2', 'a\nb', 'a', 'b', '\u{1f600}', '\uff00'),
);
const anyName = anyText.filter((name) => name !== '__proto__');
const anyData = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    anyText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyName, tie('value'), { maxKeys: 5 }),
  ),
})).value;

test('any data is written as another implementation of RFC 8785 writes it, and reads back as the same', () => {
  fc.assert(
    fc.property(anyData, (data) => {
      expect(canonicalJson(data)).toBe(canonicalize(data));
      expect(JSON.parse(canonicalJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
    { numRuns: 1_000 },
  );
});

test('the order in which members came does not show', () => {
  fc.assert(
    fc.property(fc.dictionary(anyName, anyData, { maxKeys: 6 }), (data) => {
      const turned = Object.fromEntries(Object.entries(data).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(data));
    }),
  );
});

test('the example of RFC 8785, section 3.2.2, is written as it says', () => {
  const text = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;

  expect(canonicalJson(JSON.parse(text))).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('members stand as section 3.2.3 sorts them: by UTF-16 code unit, a surrogate pair before U+FB33', () => {
  const members = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };

  const inOrder = canonicalJson(members)
    .match(/\d(?=[,}])/g)
    ?.map(Number);

  expect(inOrder).toEqual([2, 4, 6, 7, 1, 5, 3]);
});

test.each([
  ['0 and -0', [0, -0], '[0,0]'],
  ['the least and the greatest number', [5e-324, 1.7976931348623157e308], '[5e-324,1.7976931348623157e+308]'],
  [
    'where exponents begin',
    [1e21, 999999999999999900000, 1e-7, 0.000001],
    '[1e+21,999999999999999900000,1e-7,0.000001]',
  ],
  ['a member without a value', { b: undefined, a: 1 }, '{"a":1}'],
])('%s', (_title, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([
  ['NaN', Number.NaN],
  ['an infinity', [Number.NEGATIVE_INFINITY]],
  ['half of a surrogate pair', { text: '\ud83d' }],
  ['half of a surrogate pair in a name', { '\ude00': 1 }],
])('%s has no canonical form', (_title, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
