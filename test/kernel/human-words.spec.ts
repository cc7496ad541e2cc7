import { isSamePerson, NOTE, PERSON_NAME, tidyName } from '../../src/kernel/human-words';

test.each(['Anna Holm', 'Datafangst, RKKP', '陳大文', 'O’Brien-Ørsted', 'x'.repeat(100)])('%s is a name', (name) => {
  expect(PERSON_NAME.fits(name)).toBe(true);
});

test.each(['', ' \t', 'Anna\nHolm', 'Anna\u001b[31m', 'Anna\u2028', 'x'.repeat(101), 'Anna 150277.9995'])(
  '%j is no name',
  (name) => {
    expect(PERSON_NAME.fits(name)).toBe(false);
  },
);

test.each(['En kilde manglede.\n\tSe referatet.', 'x'.repeat(2000), 'SOR 330901000016003'])('%j is a note', (note) => {
  expect(NOTE.fits(note)).toBe(true);
});

test.each(['', '\n', 'x'.repeat(2001), '\u001b]0;title\u0007', 'om 150277 9995'])('%j is no note', (note) => {
  expect(NOTE.fits(note)).toBe(false);
});

test('a remedy says how long a text may be, and that it holds no CPR number', () => {
  expect(PERSON_NAME.remedy).toMatch(/100 characters, without a CPR number/);
  expect(NOTE.remedy).toMatch(/2000 characters, without a CPR number/);
});

test('case, blanks and width make nobody another person', () => {
  expect(tidyName('  Anna \u00a0Holm ')).toBe('Anna Holm');
  expect(isSamePerson('Åse  Holm', ' A\u030aSE holm')).toBe(true);
  expect(isSamePerson('Ａnna Holm', 'Anna Holm')).toBe(true);
  expect(isSamePerson('Anna Holm', 'Anne Holm')).toBe(false);
});
