import { nearestTo } from '../../src/kernel/nearest';

describe('the name that was meant', () => {
  const known = ['asOf', 'knownAt', 'level', 'period'];

  it.each([
    ['knownat', 'knownAt'],
    ['knwonAt', 'knownAt'],
    ['levels', 'level'],
    ['priod', 'period'],
    ['AsOf', 'asOf'],
  ])('is found for %s: %s', (written, meant) => {
    expect(nearestTo(written, known)).toBe(meant);
  });

  it('is not guessed where too much is otherwise', () => {
    expect(nearestTo('municipality', known)).toBeUndefined();
    expect(nearestTo('', known)).toBeUndefined();
    expect(nearestTo('as', known)).toBeUndefined();
  });

  it('is the one with the fewest letters otherwise', () => {
    expect(nearestTo('contactID', ['contactIds', 'contactId'])).toBe('contactId');
  });

  it('is not looked for behind texts far longer than any name', () => {
    expect(nearestTo('x'.repeat(1_000_000), ['x'.repeat(900_000)])).toBeUndefined();
  });
});
