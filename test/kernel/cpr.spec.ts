import { readCpr } from '../../src/kernel/cpr';
import { receiptsOf } from '../support/evaluate';
import { clinicalEventsOf } from '../support/fold';
import { hospital } from '../support/sectors';

const { bloodPressure } = hospital();

test.each([
  ['1502779995', '1977-02-15'],
  ['0201609995', '1960-01-02'],
  ['0201609996', '1960-01-02'],
  ['0504909995', '1990-04-05'],
  ['0108589995', '1958-08-01'],
  ['0108629996', '1962-08-01'],
])('the public test number %s, which fails modulus 11, is accepted', (digits, born) => {
  expect(readCpr(digits)).toEqual({ digits, born });
});

describe('the seventh digit gives the century', () => {
  it.each([
    ['0101000000', '1900-01-01'],
    ['0101993999', '1999-01-01'],
    ['0101364000', '2036-01-01'],
    ['0101374000', '1937-01-01'],
    ['0101369000', '2036-01-01'],
    ['0101379001', '1937-01-01'],
    ['0101575000', '2057-01-01'],
    ['0101585000', '1858-01-01'],
    ['0101578000', '2057-01-01'],
    ['0101588999', '1858-01-01'],
  ])('%s was born %s', (digits, born) => {
    expect(readCpr(digits)?.born).toBe(born);
  });
});

describe('29 February exists in its century or not at all', () => {
  it.each([
    ['2902004000', '2000-02-29'],
    ['2902005000', '2000-02-29'],
    ['2902040000', '1904-02-29'],
    ['2902965000', '1896-02-29'],
  ])('%s is a day', (digits, born) => {
    expect(readCpr(digits)?.born).toBe(born);
  });

  it.each(['2902000000', '2902010000', '2902770000', '2902374000'])('%s is none', (digits) => {
    expect(readCpr(digits)).toBeUndefined();
  });
});

test.each([
  ['too few digits', '150277999'],
  ['too many digits', '15027799951'],
  ['a replacement number', '010190XA12'],
  ['the hyphen in another place', '1502-779995'],
  ['two hyphens', '150277--9995'],
  ['spaces around', ' 1502779995'],
  ['a line end after', '1502779995\n'],
  ['no such day', '3102779995'],
  ['no such month', '1513779995'],
  ['day zero', '0002779995'],
  ['other scripts’ digits', '١٥٠٢٧٧٩٩٩٥'],
  ['empty', ''],
])('%s is no CPR number', async (_what, cpr) => {
  const [receipt] = await receiptsOf(bloodPressure(130, 80, '2023-02-01', { cpr }));

  expect(receipt).toMatchObject({ status: 'rejected', code: 'INVALID_CPR', path: 'data.cpr' });
});

test('with a hyphen or without, it is the same person', async () => {
  const events = await clinicalEventsOf([
    bloodPressure(130, 80, '2023-02-01', { cpr: '150277-9995' }),
    bloodPressure(130, 80, '2023-02-02', { cpr: '1502779995' }),
  ]);

  expect(events).toHaveLength(2);
  expect(events[0]?.person).toBe(events[1]?.person);
  expect(events[0]?.person).toMatch(/^p_[\w-]{22}$/);
});
