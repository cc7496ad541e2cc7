import { groundDigests, readGround, writeGround } from '../../src/reporting/domain/frozen/ground-text';
import { changedSet, ground, mergedRegions } from './standpoints';

const reordered = <V>(entries: ReadonlyMap<string, V>): Map<string, V> => new Map([...entries].reverse());

test('a ground reads back as it was written', () => {
  const again = readGround(writeGround(ground));

  expect(writeGround(again)).toBe(writeGround(ground));
  expect(again.set).toEqual(ground.set);
  expect(again.organisations.hospitals.get('330901000016003')).toEqual(
    ground.organisations.hospitals.get('330901000016003'),
  );
});

test('the order in which organisations are listed makes no other ground', () => {
  const { regions, municipalities, hospitals } = ground.organisations;
  const organisations = {
    regions: reordered(regions),
    municipalities: reordered(municipalities),
    hospitals: reordered(hospitals),
  };

  expect(writeGround({ ...ground, organisations })).toBe(writeGround(ground));
});

test('another definition or another organisation has another digest', () => {
  const digests = groundDigests(ground);
  const otherSet = groundDigests({ ...ground, set: changedSet(ground.set) });
  const otherList = groundDigests({ ...ground, organisations: mergedRegions(ground.organisations) });

  expect(otherSet.definition).not.toBe(digests.definition);
  expect(otherSet.organisations).toBe(digests.organisations);
  expect(otherList.organisations).not.toBe(digests.organisations);
  expect(otherList.definition).toBe(digests.definition);
});
