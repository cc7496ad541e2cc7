import { measureFhir, measuresFhir } from '../../../src/definitions/adapters/fhir/fhir-measure';
import { cqlLibrary } from '../../../src/definitions/domain/cql/library';
import { fhirTerms } from '../../../src/formats/adapters/fhir/load-terms';
import { individualFhir } from '../../../src/reporting/adapters/fhir/measure-report';
import { unforeseenSet } from '../../indicators/unforeseen';
import { groundFor } from '../../metadata/ground';
import { evaluate, type Told } from '../../support/evaluate';
import { r4Faults } from '../../support/fhir/r4';
import { generalPractice, hospital, laboratory } from '../../support/sectors';

const by = unforeseenSet();
const basis = groundFor(by);
const library = cqlLibrary(basis.set, basis.policy, fhirTerms());
const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';

interface Criteria {
  readonly description: string;
  readonly extension: readonly { readonly valueString: string }[];
}

/** The last decisive fact of an indicator as it is contained in the person's report. */
async function observationOf(key: string, told: Told): Promise<object | undefined> {
  const { decisions } = await evaluate([hospital().pci('2023-01-03'), told], { asOf: '2024-01-04', by });
  const units = [{ hospital: 'hospital:330901000016003' }];
  const person = decisions[0]?.person ?? '';
  const bundle = individualFhir({ person, decisions, units, asOf: '2024-01-04' }, basis);
  expect(r4Faults(bundle)).toEqual([]);
  const { entry } = bundle as { entry: { resource: { measure: string; contained?: object[] } }[] };
  return entry.find(({ resource }) => resource.measure.includes(`:${key}|`))?.resource.contained?.at(-1);
}

test('HbA1c is an Observation in its own codes, unit and UCUM', async () => {
  expect(await observationOf('hba1c', laboratory.hba1c(48, '2023-11-30'))).toMatchObject({
    resourceType: 'Observation',
    code: {
      coding: [
        { system: 'urn:rehabspor:fact', code: 'hba1c' },
        { system: LOINC, code: '59261-8' },
        { system: 'urn:oid:1.2.208.176.2.1', code: 'NPU27300' },
      ],
      text: 'hba1c',
    },
    effectiveDateTime: '2023-11-30',
    valueQuantity: { value: 48, unit: 'mmol/mol', system: UCUM, code: 'mmol/mol' },
  });
  expect(await observationOf('hba1c', laboratory.hba1c('<20', '2023-11-30'))).toMatchObject({
    valueString: '<20 mmol/mol',
  });
});

test('HADS has two scores and no pressure', async () => {
  const told = [hospital().hads(11, 6, '2023-01-20'), hospital().hads(4, 3, '2023-11-30')];
  const observation = await observationOf('hads-below-8', told);

  expect(observation).toMatchObject({
    code: { coding: [{ code: 'hads' }] },
    component: [
      { code: { text: 'anxiety' }, valueQuantity: { value: 4, system: UCUM, code: '{score}' } },
      { code: { text: 'depression' }, valueQuantity: { value: 3, system: UCUM, code: '{score}' } },
    ],
  });
  expect(JSON.stringify(observation)).not.toContain('mm');
});

test('the systolic pressure stands alone, in its code and mmHg', async () => {
  const observation = await observationOf('systolic', generalPractice().bloodPressure(128, 95, '2023-11-30'));

  expect(observation).toMatchObject({
    performer: [{ identifier: { value: 'general-practice:012345' } }],
    component: [
      {
        code: { coding: [{ system: LOINC, code: '8480-6' }] },
        valueQuantity: { value: 128, unit: 'mmHg', system: UCUM, code: 'mm[Hg]' },
      },
    ],
  });
  expect(JSON.stringify(observation)).not.toMatch(/diastolic|95/);
});

test.each([
  [
    'hba1c',
    ['"npu":["NPU27300"]', '"unit":"mmol/mol"', '"atMost":53'],
    'laboratory result from the laboratory database',
  ],
  ['hads-below-8', ['"fact":"hads"', '"daysAfterDenominator":60'], 'anxiety is below 8 and depression is below 8'],
  ['systolic', ['"sector":"general-practice"', '"below":130'], 'the systolic pressure is below 130'],
])('%s is a FHIR Measure whose rule stands on its own', (key, rules, sentence) => {
  const [definition] = by.indicators.filter((one) => one.key === key);
  const { group } = measureFhir(definition!, basis, library) as {
    group: [{ population: { description: string; criteria: Criteria }[] }];
  };
  const numerator = group[0].population.at(-1)!;

  expect(rules.filter((rule) => !numerator.criteria.extension[0]?.valueString.includes(rule))).toEqual([]);
  expect(numerator.criteria.description).toContain(sentence);
  expect(numerator.description).toMatch(/^Opfyldt, når .*\.$/);
  expect(r4Faults(measuresFhir(basis, library))).toEqual([]);
});
