import { ClaimsError, readerOf } from '../../src/access/domain/claims';

const keyOf = (digits: string): string => `p_of_${digits}`;
const read = (claims: object) => readerOf({ sub: 's', ...claims }, keyOf);

test('an issuer’s claims make a reader, who is the public too', () => {
  const claims = { name: 'Kirsten', roles: ['municipality'], organisation: 'municipality:0461' };

  expect(read(claims)).toEqual({
    ...{ subject: 's', name: 'Kirsten', kind: 'person', roles: ['municipality', 'public'] },
    ...{ organisation: 'municipality:0461', purpose: 'treatment' },
  });
});

test('programs are known by having a program’s roles alone', () => {
  expect(read({ roles: ['source'], organisation: 'pharmacy:prescription-register' }).kind).toBe('system');
  expect(read({ roles: ['operator', 'registry'] }).kind).toBe('person');
});

test('a patient is the person behind the number', () => {
  const patient = read({ roles: ['patient'], cpr: '150277-9995' });

  expect(patient).toMatchObject({ person: 'p_of_1502779995', purpose: 'own' });
  expect(JSON.stringify(patient)).not.toContain('150277-9995');
});

test('roles that there are none of, or in another shape, give nothing', () => {
  expect(read({ roles: ['admin', 'public', 7] }).roles).toEqual(['public']);
  expect(read({ roles: 'registry' }).roles).toEqual(['public']);
  expect(read({}).roles).toEqual(['public']);
});

test.each([
  ['nobody', { sub: '', roles: ['registry'] }],
  ['hospital staff of no organisation', { roles: ['hospital'] }],
  ['hospital staff of a municipality', { roles: ['hospital'], organisation: 'municipality:0461' }],
  ['a source of no kind', { roles: ['source'], organisation: 'private:clinic' }],
  ['a patient without a number', { roles: ['patient'] }],
  ['a patient with a number of no day', { roles: ['patient'], cpr: '3002779995' }],
])('%s is refused', (_who, claims) => {
  expect(() => read(claims)).toThrow(ClaimsError);
});
