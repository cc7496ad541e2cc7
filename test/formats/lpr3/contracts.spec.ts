import { loadLpr3 } from '../../../src/formats/adapters/lpr3/lpr3-contracts';
import { fieldColumnsOf } from '../../../src/formats/domain/lpr-f/kind-columns';

const terms = loadLpr3();
const KINDS = ['course', 'contact', 'diagnosis', 'procedure', 'results', 'deletion'];

test('every template is an object identifier of the registry, and says what is read', () => {
  const own = [...terms.templates.keys(), ...terms.references.keys(), ...terms.diagnosisTypeOfTemplate.keys()];
  const all = [...own, ...terms.wrappers, ...Object.values(terms.parts)];
  expect(all.filter((one) => !one.startsWith(terms.templatePrefix) || !/^\d+(\.\d+)+$/.test(one))).toEqual([]);
  expect([...new Set(terms.templates.values())].sort()).toEqual([...KINDS].sort());
  expect(new Set(terms.references.values())).toEqual(new Set(['contact', 'course']));
  expect([...terms.references.keys()].filter((one) => terms.templates.has(one))).toEqual([]);
});

test('a diagnosis is of a type that LPR_F has, and each template of one tells which', () => {
  const ofTemplates = [...terms.templates].flatMap(([template, kind]) => (kind === 'diagnosis' ? [template] : []));
  expect([...terms.diagnosisTypeOfTemplate.keys()].sort()).toEqual(ofTemplates.sort());
  const types = [...Object.values(terms.diagnosisTypes), ...terms.diagnosisTypeOfTemplate.values()];
  expect(types.filter((type) => !terms.lprF.codes.diagnosisRoles.includes(type))).toEqual([]);
  expect(Object.keys(terms.diagnosisTypes).filter((code) => code !== code.toUpperCase())).toEqual([]);
});

test('every column that a fault can name has a path', () => {
  const columns = Object.entries(fieldColumnsOf(terms.lprF.codes))
    .flatMap(([kind, fields]) => (kind === 'hospital.referral' ? [] : fields))
    .map(({ column }) => column)
    .filter((column) => column !== 'senere_afkraeftet');
  const others = ['cpr', 'sorenhed_ans', 'sorenhed_pro', 'resultattype', 'resultatvaerdi', 'triggerkode'];
  expect([...columns, ...others].filter((column) => terms.paths[column] === undefined)).toEqual([]);
});

test('what rests on a working definition is said', () => {
  expect(terms.working).toEqual(expect.arrayContaining(['refuted', 'results']));
  expect(terms.provenance).not.toBe('');
});
