import { loadLprF } from '../../../src/formats/adapters/lpr-f/lpr-f-contracts';
import { loadLpr2 } from '../../../src/formats/adapters/lpr2/read-lpr2';
import { fieldColumnsOf, KIND_OF_TABLE } from '../../../src/formats/domain/lpr-f/kind-columns';
import type { TablesDescription } from '../../../src/formats/domain/register-tables/table-description';
import { EVENT_FIELDS } from '../../../src/kernel/event-data';

const terms = loadLprF();
const described: readonly (readonly [string, TablesDescription])[] = [
  ['LPR_F', terms.tables],
  ['LPR2', loadLpr2().tables],
];
const kinds = EVENT_FIELDS['hospital.measurement'].values ?? {};
const upper = (texts: readonly string[]): readonly string[] => texts.filter((text) => text !== text.toUpperCase());

test.each(described)('%s: names of tables and columns are in lower case, and no two are alike', (_name, { tables }) => {
  const names = tables.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]);
  expect(names).toEqual([...new Set(names)].map((name) => name.toLowerCase()));
  for (const { columns = [], oneOf = [] } of tables) {
    const ofColumns = columns.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]);
    expect(ofColumns).toEqual([...new Set(ofColumns)].map((name) => name.toLowerCase()));
    expect(oneOf.flat().filter((name) => !ofColumns.includes(name))).toEqual([]);
  }
});

test.each(described)(
  '%s: where it rests on a working definition is said, and blanks are compared in upper case',
  (_name, one) => {
    expect(one.provenance).not.toBe('');
    expect(upper(one.blanks)).toEqual([]);
    expect(one.blanks.filter((blank) => blank.length > 5)).toEqual([]);
  },
);

test('every column that a field is read from is described, and a field of its kind', () => {
  const fields = fieldColumnsOf(terms.codes);
  for (const [table, kind] of Object.entries(KIND_OF_TABLE)) {
    const columns = terms.tables.tables.find(({ name }) => name === table)?.columns?.map(({ name }) => name) ?? [];
    expect(fields[kind].map(({ column }) => column).filter((column) => !columns.includes(column))).toEqual([]);
    expect(fields[kind].map(({ field }) => field).filter((field) => !EVENT_FIELDS[kind].own.includes(field))).toEqual(
      [],
    );
    expect(columns).toEqual(expect.arrayContaining(['rehabspor_id', 'rehabspor_record', 'rehabspor_values']));
  }
});

test('codes are compared in upper case, and stand for values that the kinds have', () => {
  const { codes } = terms;
  expect(upper([...Object.keys(codes.contactModes), ...Object.keys(codes.refuted), ...codes.diagnosisRoles])).toEqual(
    [],
  );
  expect(new Set(Object.values(codes.contactModes))).toEqual(new Set(['physical', 'virtual']));
  expect(new Set(codes.diagnosisRoles)).toEqual(new Set(['A', 'B', 'H', 'M', 'C', 'G']));
});

test('results name each measurement’s values once, in upper case', () => {
  const types = terms.results.flatMap(({ parts }) => parts.flatMap((part) => part.types));
  expect(types).toEqual([...new Set(types)]);
  expect(upper(types)).toEqual([]);
  for (const { kind, fixed = {}, parts } of terms.results) {
    const said = [...Object.keys(fixed), ...parts.map(({ field }) => field)];
    expect([kind, [...said].sort()]).toEqual([kind, [...(kinds[kind] ?? [])].sort()]);
    expect(upper(parts.flatMap(({ answers = {} }) => Object.keys(answers)))).toEqual([]);
  }
  expect(new Set(terms.results.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
});

test('units are SOR codes, each of a hospital of the list', () => {
  expect([...terms.units.keys()].filter((unit) => !/^\d{11,18}$/.test(unit))).toEqual([]);
  expect([...terms.units.values()].filter((hospital) => !terms.hospitals.has(hospital))).toEqual([]);
});
