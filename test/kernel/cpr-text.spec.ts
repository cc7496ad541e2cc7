import fc from 'fast-check';
import { holdsCpr, maskCpr } from '../../src/kernel/cpr-text';

const MASK = '••••••-••••';

test.each([
  '1502779995',
  '150277-9995',
  '150277 9995',
  '150277.9995',
  '150277–9995',
  '150277 - 9995',
  '150277\u00a09995',
  '150277\u00ad9995',
  '150277\u200b9995',
  '15 02 77 9995',
  '15.02.77-9995',
  '15/02-77.9995',
  '１５０２７７９９９５',
  '１５０２７７－９９９５',
  '١٥٠٢٧٧٩٩٩٥',
  '𝟏𝟓𝟎𝟐𝟕𝟕𝟗𝟗𝟗𝟓',
  '𝟣𝟧𝟢𝟤𝟩𝟩-𝟫𝟫𝟫𝟧',
])('%s is masked, alone and inside a text', (number) => {
  expect(maskCpr(number)).toBe(MASK);
  expect(maskCpr(`Ring til (${number}), cpr${number}: ja`)).toBe(`Ring til (${MASK}), cpr${MASK}: ja`);
  expect(maskCpr(`hospital:${number} ${number}`)).toBe(`hospital:${MASK} ${MASK}`);
});

test.each([
  ['no day of birth, for it may be mistyped', '9902779995'],
  ['so with a hyphen', '151377-9995'],
  ['so with a blank', '000000 0000'],
  ['an administrative number, 60 added to the day', '75.02.77.9995'],
])('ten digits are masked: %s', (_what, number) => {
  expect(maskCpr(number)).toBe(MASK);
});

test.each([
  ['a SOR code', 'hospital:330901000016003'],
  ['eleven digits', '15027799951'],
  ['nine digits', '150277999'],
  ['a telephone number', '+45 66 11 22 33, 6611 2233'],
  ['a day, an instant and a span', '2023-02-15 2023-02-15T12:00:00.995Z 2023-01-01..2023-12-31 2021/22'],
  ['a Danish day and time', '15.02.2023 kl. 12.30, 15.02.23 12.30'],
  ['six figures with four decimals', '163277.9995'],
  ['numbers in a list', '150277, 9995'],
  ['an address of a machine', '10.10.10.10:9092'],
  ['a digest that has ten digits between letters', `sha256:${'ab1502779995cdef'.repeat(4)}`],
  ['a person key', 'p_15027799_5AbCdEfGhIjKl'],
])('%s is none', (_what, text) => {
  expect(maskCpr(text)).toBe(text);
  expect(holdsCpr(text)).toBe(false);
});

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const gap = fc.constantFrom('', '-', ' ', '.', '/', '\u00a0', '–', ' - ');
const written = fc
  .tuple(two(1, 31), gap, two(1, 12), gap, two(0, 99), gap, fc.integer({ min: 0, max: 9999 }))
  .map(([day, a, month, b, year, c, serial]) => [day, a, month, b, year, c, String(serial).padStart(4, '0')].join(''));
const noDigit = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Nd}/gu, ''));

test('wherever ten digits begin with a day of birth, whatever stands between its parts, they are found', () => {
  fc.assert(
    fc.property(noDigit, written, noDigit, (before, number, after) => {
      const text = `${before}${number}${after}`;
      return holdsCpr(text) && !maskCpr(text).includes(number) && !holdsCpr(maskCpr(text));
    }),
  );
});

test('whatever the digits, all that was found by the plain spelling before is found', () => {
  const digits = fc.stringMatching(/^\d{4,12}$/);
  fc.assert(
    fc.property(
      noDigit,
      digits,
      fc.constantFrom('', '-', ' '),
      digits,
      noDigit,
      (before, one, hyphen, other, after) => {
        const text = `${before}${one}${hyphen}${other}${after}`;
        return !/(?<!\d)\d{6}[- ]?\d{4}(?!\d)/.test(text) || holdsCpr(text);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a text without ten digits is given back as it is', () => {
  fc.assert(fc.property(noDigit, (text) => maskCpr(text) === text && !holdsCpr(text)));
});
