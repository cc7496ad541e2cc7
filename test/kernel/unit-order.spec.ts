import fc from 'fast-check';
import { everyUnit, unitOf } from '../../src/kernel/unit';
import { unitOrderOf } from '../../src/kernel/unit-order';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';

const organisations = loadOrganisationList(loadSchemas());
const hospitals = everyUnit('hospital', organisations);
const regionOf = (id: string): string => organisations.hospitals.get(id.slice('hospital:'.length))?.region ?? '';

test('hospitals stand by region, and in a region by name as Danes order letters', () => {
  const regions = hospitals.map(regionOf);
  expect(regions).toEqual([...regions].sort());
  for (const region of new Set(regions)) {
    const names = hospitals.filter((id) => regionOf(id) === region).map((id) => unitOf(id, organisations).name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'da')));
  }
});

test('whatever order units come in, they are put in the same one: the unlisted after the listed, the unknown last', () => {
  const expected = [...hospitals, 'hospital:1', 'hospital:unlisted', 'hospital:unknown'];
  fc.assert(
    fc.property(fc.shuffledSubarray(expected, { minLength: expected.length }), (shuffled) => {
      expect(shuffled.sort(unitOrderOf(organisations))).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('municipalities and regions stand by code, the unknown last', () => {
  for (const level of ['municipality', 'region'] as const) {
    const ids = everyUnit(level, organisations);
    expect(ids.at(-1)).toBe(`${level}:unknown`);
    expect(ids.slice(0, -1)).toEqual([...ids.slice(0, -1)].sort());
  }
});
