import { basisDigests, readBasis, writeBasis } from '../../src/reporting/domain/frozen/basis-text';
import { changedSet, basis, mergedRegions } from './viewpoints';

const reordered = <V>(entries: ReadonlyMap<string, V>): Map<string, V> => new Map([...entries].reverse());

test('a ground reads back as it was written', () => {
  const again = readBasis(writeBasis(basis));

  expect(writeBasis(again)).toBe(writeBasis(basis));
  expect(again.set).toEqual(basis.set);
  expect(again.organisations.hospitals.get('330901000016003')).toEqual(
    basis.organisations.hospitals.get('330901000016003'),
  );
});

test('the order in which organisations are listed makes no other ground', () => {
  const { regions, municipalities, hospitals } = basis.organisations;
  const organisations = {
    regions: reordered(regions),
    municipalities: reordered(municipalities),
    hospitals: reordered(hospitals),
  };

  expect(writeBasis({ ...basis, organisations })).toBe(writeBasis(basis));
});

test('another definition or another organisation has another digest', () => {
  const digests = basisDigests(basis);
  const otherSet = basisDigests({ ...basis, set: changedSet(basis.set) });
  const otherList = basisDigests({ ...basis, organisations: mergedRegions(basis.organisations) });

  expect(otherSet.definition).not.toBe(digests.definition);
  expect(otherSet.organisations).toBe(digests.organisations);
  expect(otherList.organisations).not.toBe(digests.organisations);
  expect(otherList.definition).toBe(digests.definition);
});
