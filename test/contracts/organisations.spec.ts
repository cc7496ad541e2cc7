import { regionOf } from '../../src/kernel/organisation-list';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';

const list = loadOrganisationList(loadSchemas());
const municipalities = [...list.municipalities.values()];
const hospitals = [...list.hospitals.values()];

test('there are 98 municipalities in five regions', () => {
  const count = (region: string): number => municipalities.filter((one) => one.region === region).length;
  expect(list.municipalities.size).toBe(98);
  expect(['1081', '1082', '1083', '1084', '1085'].map(count)).toEqual([11, 19, 22, 29, 17]);
});

test('about 5.9 million people live there', () => {
  const inhabitants = municipalities.reduce((sum, one) => sum + one.inhabitants, 0);
  expect(inhabitants).toBeGreaterThan(5_800_000);
  expect(inhabitants).toBeLessThan(6_000_000);
});

test('35 hospitals treat heart patients in 2023, and some in every region do PCI', () => {
  const open = hospitals.filter(({ validFrom, validTo }) => validFrom <= '2023-01-01' && validTo === undefined);
  expect(open).toHaveLength(35);
  expect(new Set(open.filter((one) => one.invasive).map((one) => one.region)).size).toBe(5);
});

test.each(hospitals.map((hospital) => [hospital.name, hospital] as const))(
  'the patients of %s come from municipalities of its region',
  (_name, hospital) => {
    const regions = hospital.catchment.map((code) => list.municipalities.get(code)?.region);
    expect(new Set(regions)).toEqual(new Set([hospital.region]));
  },
);

test.each(['2021-06-01', '2022-01-31', '2022-02-01', '2023-01-01', '2027-01-01'])(
  'every municipality has a hospital on %s',
  (day) => {
    const open = hospitals.filter(({ validFrom, validTo = '9999-12-31' }) => validFrom <= day && day <= validTo);
    const served = new Set(open.flatMap((hospital) => hospital.catchment));
    expect(municipalities.filter(({ code }) => !served.has(code))).toEqual([]);
  },
);

test('Hovedstaden and Sjælland become Østdanmark on the first day of 2027', () => {
  expect(regionOf(list, 'municipality:0101', '2026-12-31')?.code).toBe('1084');
  expect(regionOf(list, 'municipality:0101', '2027-01-01')?.name).toBe('Region Østdanmark');
  expect(regionOf(list, 'municipality:0400', '2027-01-01')).toBe(regionOf(list, 'municipality:0360', '2027-01-01'));
});

test('a hospital keeps its region under DanHeart and after 2027', () => {
  expect(regionOf(list, 'hospital:330901000016003', '2023-01-01')?.iso).toBe('DK-83');
  expect(regionOf(list, 'danheart:330901000016003', '2022-01-01')?.iso).toBe('DK-83');
  expect(regionOf(list, 'hospital:330901000016003', '2027-01-01')?.iso).toBe('DK-83');
});

test('an organisation that is not listed, or a day before the regions, has no region', () => {
  expect(regionOf(list, 'municipality:9999', '2023-01-01')).toBeUndefined();
  expect(regionOf(list, 'general-practice:123456', '2023-01-01')).toBeUndefined();
  expect(regionOf(list, 'municipality:0461', '2006-12-31')).toBeUndefined();
});
