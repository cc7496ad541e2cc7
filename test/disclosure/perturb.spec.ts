import fc from 'fast-check';
import { perturbed } from '../../src/disclosure/domain/perturb';
import { recordKeysUnder } from '../../src/disclosure/domain/record-key';

const keyOf = recordKeysUnder(Buffer.from('a secret of the registry'));
const KEYS = 2 ** 32;
const keySum = (people: readonly number[]): number =>
  people.reduce((sum, person) => (sum + keyOf(`p_${person}`, 1)) % KEYS, 0);

describe('A perturbed count', () => {
  it('is at most 3 off, never 1 or 2, and 0 where nobody is counted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 40 }), (people) => {
        const shown = perturbed({ count: people.length, key: keySum(people) });
        expect(Math.abs(shown - people.length)).toBeLessThanOrEqual(3);
        expect([1, 2]).not.toContain(shown);
        if (people.length === 0) expect(shown).toBe(0);
      }),
    );
  });

  it('is the same for the same people, in whatever order they were counted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 40 }), (people) => {
        const [here, there] = [people, [...people].reverse()].map((all) =>
          perturbed({ count: all.length, key: keySum(all) }),
        );
        expect(here).toBe(there);
      }),
    );
  });

  it.each([1, 2, 3, 5, 40])('is right on average over many cells of %s', (size) => {
    const cells = 20_000;
    let [sum, squares] = [0, 0];
    for (let cell = 0; cell < cells; cell += 1) {
      const people = Array.from({ length: size }, (_, at) => cell * 100 + at);
      const deviation = perturbed({ count: size, key: keySum(people) }) - size;
      sum += deviation;
      squares += deviation ** 2;
    }
    expect(Math.abs(sum / cells)).toBeLessThan(0.05);
    expect(Math.abs(squares / cells - (size < 3 ? 2 : 1))).toBeLessThan(0.06);
  });
});

describe('A record key', () => {
  it('is another for another pathway and under another secret', () => {
    const other = recordKeysUnder(Buffer.from('another secret of the registry'));
    expect(new Set([keyOf('p_a', 1), keyOf('p_a', 2), keyOf('p_b', 1), other('p_a', 1)]).size).toBe(4);
  });
});
