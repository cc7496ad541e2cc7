import fc from 'fast-check';
import { AddedClaims } from '../../src/platform/sqlite/added-claims';
import { digestOfName } from '../../src/kernel/digest';

const claims = () =>
  new AddedClaims<number>({
    bytes: 4,
    write: (claim, to, at) => void to.writeInt32BE(claim, at),
    read: (claim) => claim.readInt32BE(),
  });

test('what a unit claims is found under its digest, the last where it was claimed again, and nothing else is', () => {
  const anyClaims = fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: -9, max: 9 })), {
    maxLength: 2_000,
    size: 'max',
  });
  fc.assert(
    fc.property(fc.array(anyClaims, { maxLength: 3 }), (units) => {
      const added = claims();
      for (const unit of units) {
        const known = new Map<string, number>();
        for (const [name, claim] of unit) {
          known.set(digestOfName(`${name}`), claim);
          added.set(digestOfName(`${name}`), claim);
        }
        for (const [digest, claim] of known) expect(added.get(digest)).toBe(claim);
        for (let name = -1; name > -20; name -= 1) expect(added.get(digestOfName(`${name}`))).toBeUndefined();
        expect(added.entries().digests.toString('latin1')).toBe([...known.keys()].join(''));
        expect(added.entries().claims).toHaveLength(known.size * 4);
        added.clear();
        for (const digest of known.keys()) expect(added.get(digest)).toBeUndefined();
      }
    }),
    { numRuns: 20 },
  );
});
