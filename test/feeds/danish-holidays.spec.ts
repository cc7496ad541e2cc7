import { easterSunday, isDanishHoliday } from '../../src/kernel/danish-holidays';

test.each([
  '2000-04-23',
  '2008-03-23',
  '2011-04-24',
  '2019-04-21',
  '2023-04-09',
  '2024-03-31',
  '2025-04-20',
  '2038-04-25',
])('%s is Easter Sunday', (day) => expect(easterSunday(Number(day.slice(0, 4)))).toBe(day));

test.each([
  ['2023-04-06', 'Maundy Thursday'],
  ['2023-04-07', 'Good Friday'],
  ['2023-04-10', 'Easter Monday'],
  ['2023-05-05', 'Store bededag, for the last time'],
  ['2023-05-18', 'Ascension Day'],
  ['2023-05-29', 'Whit Monday'],
  ['2024-05-09', 'Ascension Day'],
  ['2024-12-24', 'Christmas Eve'],
  ['2024-12-31', 'New Year’s Eve'],
])('%s is a day off: %s', (day) => expect(isDanishHoliday(day)).toBe(true));

test.each([
  ['2024-04-26', 'the fourth Friday after Easter, from 2024'],
  ['2023-04-05', 'Wednesday before Easter'],
  ['2023-12-27', 'the day after Christmas'],
])('%s is none: %s', (day) => expect(isDanishHoliday(day)).toBe(false));
