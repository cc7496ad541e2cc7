import { languageAskedIn } from '../../src/kernel/language-asked';

test.each([
  ['da', 'da'],
  ['en', 'en'],
  ['da-DK, en;q=0.5', 'da'],
  ['en;q=0.5, DA;q=0.6', 'da'],
  ['da, en', 'da'],
  ['en, da', 'en'],
  ['sv, da-DK;q=0.8, en-GB;q=0.7', 'da'],
  ['en;q=0, *', 'da'],
  ['*', 'en'],
  ['*;q=0.1, da ; q=0.2', 'da'],
])('%s asks for %s', (header, language) => {
  expect(languageAskedIn(header)).toBe(language);
});

test.each(['', 'de', 'da;q=0', 'danish', ';;,,', 'da;q=much'])('%s asks for neither', (header) => {
  expect(languageAskedIn(header)).toBeUndefined();
});
