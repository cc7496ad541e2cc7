import fc from 'fast-check';
import { danishDay, dayFromNumber, dayNumber } from '../../src/kernel/day';
import { easterSunday, isDanishHoliday } from '../../src/kernel/danish-holidays';
import { dayText } from '../../src/kernel/localised';

const copenhagen = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

test('every day of the years 1 to 9999 has the text the runtime gives it, and its number back', () => {
  const number = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') });
  fc.assert(
    fc.property(number, (day) => {
      const text = dayFromNumber(day);
      expect(text).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      expect(dayNumber(text)).toBe(day);
    }),
    { numRuns: 2_000 },
  );
});

test('the Danish day of an instant is the one the time zone database gives, also around the turns of summer time', () => {
  const turns = Array.from({ length: 60 }, (_, at) => 1980 + at).flatMap((year) =>
    [2, 3, 8, 9].flatMap((month) => Array.from({ length: 30 }, (_, day) => Date.UTC(year, month, day + 1))),
  );
  const instant = fc.tuple(fc.constantFrom(...turns), fc.integer({ min: -7_200_000, max: 7_200_000 }));
  fc.assert(
    fc.property(instant, ([midnight, off]) => {
      expect(danishDay(midnight + off)).toBe(copenhagen.format(new Date(midnight + off)));
    }),
    { numRuns: 5_000 },
  );
});

test('a day is written with its month in words', () => {
  const written = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  const format = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const [danish, english] = [format('da-DK'), format('en-GB')];
  fc.assert(
    fc.property(written, (date) => {
      const day = new Date(date.toISOString().slice(0, 10));
      expect(dayText(date.toISOString().slice(0, 10))).toEqual({ da: danish.format(day), en: english.format(day) });
    }),
  );
});

test.each([
  ['2023-04-09', true],
  ['2023-05-05', true],
  ['2024-04-26', false],
  ['2024-05-09', true],
  ['2024-12-24', true],
  ['2024-12-23', false],
])('%s is a holiday: %s', (day, isHoliday) => {
  expect(isDanishHoliday(day)).toBe(isHoliday);
});

test('Easter Sunday is where the almanac has it', () => {
  expect([2000, 2011, 2023, 2024, 2038].map(easterSunday)).toEqual([
    '2000-04-23',
    '2011-04-24',
    '2023-04-09',
    '2024-03-31',
    '2038-04-25',
  ]);
});
