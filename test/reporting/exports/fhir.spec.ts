import { PersonKeys } from '../../../src/access/domain/person-key';
import { compileDefinitions } from '../../../src/indicators/domain/compile';
import type { Decision, Outcome } from '../../../src/kernel/decision';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { individualFhir } from '../../../src/reporting/adapters/fhir/measure-report';
import { measureFhir, measuresFhir } from '../../../src/definitions/adapters/fhir/fhir-measure';
import { cqlLibrary } from '../../../src/definitions/domain/cql/library';
import { fhirTerms } from '../../../src/formats/adapters/fhir/load-terms';
import type { ReportBasis } from '../../../src/counting/domain/report-basis';
import { definitions, evaluate, type Told } from '../../support/evaluate';
import { r4Faults } from '../../support/fhir/r4';
import { civilRegistration, feed, hospital, laboratory, municipality, pharmacy } from '../../support/sectors';
import { ANNA } from '../../support/source-event';

const compiled = compileDefinitions(definitions);
const basis: ReportBasis = {
  id: compiled.id,
  set: definitions,
  policy: compiled.policy,
  organisations: loadOrganisationList(loadSchemas()),
  fewest: 10,
};

const library = cqlLibrary(definitions, compiled.policy, fhirTerms());

interface Population {
  readonly code: { readonly coding: readonly { readonly code: string }[] };
  readonly count: number;
}
interface Entry {
  readonly resource: {
    readonly measure: string;
    readonly contained?: readonly Record<string, unknown>[];
    readonly evaluatedResource?: readonly {
      readonly reference: string;
      readonly extension: readonly { readonly url: string; readonly valueString: string }[];
    }[];
    readonly extension: readonly {
      readonly url: string;
      readonly valueCoding?: { readonly code: string };
      readonly valueCode?: string;
    }[];
    readonly group: readonly { readonly population: readonly Population[] }[];
    readonly subject: { readonly identifier: { readonly value: string } };
  };
}

const STORY: Told = [
  hospital().pci('2023-01-03'),
  civilRegistration.livesIn('0461', '2020-01-01'),
  hospital().service('BVDY0', '2023-01-20'),
  hospital().hads(9, 3, '2023-02-01'),
  municipality().start('2023-02-06', { plannedSessions: 12 }),
  municipality().intervention('diet', '2023-03-01', { form: 'group' }),
  hospital().bloodPressure(128, 78, '2023-04-01'),
  laboratory.ldl(1.2, '2023-05-01'),
  pharmacy.dispensing('C10AA05', '2023-01-10'),
  feed('pharmacy:prescription-register', 'silent', '2023-02-01', '2023-06-30'),
];

async function bundleOf(told: Told, asOf: string): Promise<{ entry: Entry[]; decisions: readonly Decision[] }> {
  const { decisions } = await evaluate(told, { asOf });
  const person = decisions[0]?.person ?? '';
  const units = [{ hospital: 'hospital:330901000016003' }];
  const bundle = individualFhir({ person, decisions, units, asOf }, basis) as { entry: Entry[] };
  expect(r4Faults(bundle)).toEqual([]);
  return { ...bundle, decisions };
}

const resourceOn = (entry: readonly Entry[], key: string): Entry['resource'] =>
  entry.find(({ resource }) => resource.measure === `urn:rehabspor:measure:dhrd-2023:${key}|${definitions.version}`)
    ?.resource as never;

test.each(['2023-02-10', '2023-08-01', '2024-06-30'])(
  'as of %s a person’s reports are FHIR R4, one for each pathway and indicator',
  async (asOf) => {
    const { entry } = await bundleOf(STORY, asOf);

    expect(entry.map(({ resource }) => resource.measure)).toEqual(
      [...definitions.indicators].map(({ key }) => `urn:rehabspor:measure:dhrd-2023:${key}|${definitions.version}`),
    );
  },
);

test('the decisive facts are contained, each as what it is, and referred to', async () => {
  const { entry, decisions } = await bundleOf(STORY, '2024-06-30');
  const types = (key: string) => resourceOn(entry, key).contained?.map(({ resourceType }) => resourceType);
  const [measure] = (
    measuresFhir(basis, library) as { entry: { resource: { group: { population: { id: string }[] }[] } }[] }
  ).entry;
  const populationIds = measure?.resource.group[0]?.population.map(({ id }) => id);

  expect(types('participation')).toEqual(['Procedure']);
  expect(types('statin')).toEqual(['MedicationDispense']);
  expect(types('ldl')).toEqual(['Observation']);
  for (const { indicator, decisive } of decisions) {
    const { contained = [], evaluatedResource = [] } = resourceOn(entry, indicator);
    expect(contained).toHaveLength(decisive.length);
    expect(evaluatedResource.map(({ reference }) => reference)).toEqual(contained.map(({ id }) => `#${String(id)}`));
    for (const { extension } of evaluatedResource) {
      expect(extension.map(({ url }) => url)).toEqual([
        'http://hl7.org/fhir/StructureDefinition/cqf-criteriaReference',
      ]);
      expect(populationIds).toContain(extension[0]?.valueString);
    }
  }
  expect(resourceOn(entry, 'ldl').contained).toMatchObject([
    { effectiveDateTime: '2023-05-01', valueQuantity: { value: 1.2, unit: 'mmol/L' } },
  ]);
  expect(resourceOn(entry, 'blood-pressure').contained).toMatchObject([
    { component: [{ valueQuantity: { value: 128 } }, { valueQuantity: { value: 78 } }] },
  ]);
});

test('the outcome, its reason, a source in trouble and what it could have been are said', async () => {
  const { entry, decisions } = await bundleOf(STORY, '2024-06-30');
  for (const { indicator, outcome, reason, trouble, possible } of decisions) {
    const codes = resourceOn(entry, indicator).extension.map(({ url, valueCoding }) => [
      url.split('/').at(-1),
      valueCoding?.code,
    ]);
    expect(codes).toContainEqual(['outcome', outcome]);
    if (reason !== undefined) expect(codes).toContainEqual(['reason', reason]);
    expect(codes.some(([name]) => name === 'trouble')).toBe(trouble !== undefined);
    const could = resourceOn(entry, indicator).extension.filter(({ url }) => url.endsWith('/possible'));
    expect(could.map(({ valueCode }) => valueCode)).toEqual(possible ?? []);
  }
  expect(decisions.some(({ trouble }) => trouble !== undefined)).toBe(true);
  expect(decisions.some(({ possible }) => possible !== undefined)).toBe(true);
});

test('membership in the populations is as a summary counts it', async () => {
  const expected: Readonly<Record<Outcome, readonly number[]>> = {
    met: [1, 1, 0, 1],
    'not-met': [1, 1, 0, 0],
    unknown: [1, 0, 0, 0],
    pending: [1, 0, 0, 0],
    excluded: [1, 0, 1, 0],
    'not-applicable': [1, 0, 0, 0],
  };
  const seen = new Set<Outcome>();
  const died = civilRegistration.status('dead', '2023-03-01');
  for (const [told, asOf] of [
    [STORY, '2024-06-30'],
    [STORY, '2023-03-01'],
    [[STORY, died], '2024-06-30'],
  ] as const) {
    const { entry, decisions } = await bundleOf(told, asOf);
    for (const { indicator, outcome } of decisions) {
      const counts = resourceOn(entry, indicator).group[0]?.population.map(({ count }) => count);
      expect([outcome, counts]).toEqual([outcome, expected[outcome]]);
      seen.add(outcome);
    }
  }
  expect([...seen].sort()).toEqual(Object.keys(expected).sort());
});

test('the subject is the person key, and no CPR number stands anywhere', async () => {
  const { entry, decisions } = await bundleOf(STORY, '2024-06-30');
  const key = new PersonKeys(Buffer.from('a key for tests only')).keyOf(ANNA);

  expect(new Set(entry.map(({ resource }) => resource.subject.identifier.value))).toEqual(new Set([key]));
  expect(decisions[0]?.person).toBe(key);
  expect(JSON.stringify(entry)).not.toContain(ANNA);
});

test('the same decisions give the same bundle', async () => {
  const [first, second] = [await bundleOf(STORY, '2024-06-30'), await bundleOf(STORY, '2024-06-30')];

  expect(JSON.stringify(first.entry)).toBe(JSON.stringify(second.entry));
});

test('every indicator is a FHIR R4 Measure under the address its reports name', async () => {
  const bundle = measuresFhir(basis, library) as {
    entry: { resource: { resourceType: string; url: string; version: string } }[];
  };
  const measures = bundle.entry.filter(({ resource: { resourceType } }) => resourceType === 'Measure');
  const { entry } = await bundleOf(STORY, '2024-06-30');

  expect(r4Faults(bundle)).toEqual([]);
  expect(measures.map(({ resource: { url, version } }) => `${url}|${version}`)).toEqual(
    entry.map(({ resource }) => resource.measure),
  );
});

test('a working definition is a draft that says arbejdsdefinition, an official one is active and does not', () => {
  const [diet] = definitions.indicators.filter(({ key }) => key === 'diet');
  const working = measureFhir(diet!, basis, library);
  const official = measureFhir({ ...diet!, provenance: 'official' }, basis, library);

  expect(working).toMatchObject({ status: 'draft', relatedArtifact: [{ label: 'arbejdsdefinition' }] });
  expect(official).toMatchObject({ status: 'active' });
  expect(JSON.stringify(official)).not.toContain('arbejdsdefinition');
});

test('a measure says in both languages whom it is about, and its criteria change with the rules', () => {
  const [diet] = definitions.indicators.filter(({ key }) => key === 'diet');
  const text = JSON.stringify(measureFhir(diet!, basis, library));
  const changed = JSON.stringify(
    measureFhir(
      { ...diet!, denominator: { ...diet!.denominator, anyOf: [{ field: 'score', below: 60 }] } as never },
      basis,
      library,
    ),
  );

  expect(text).toContain('scoren er under 75');
  expect(text).toContain('the score is below 75');
  expect(changed).toContain('scoren er under 60');
  expect(changed).toContain('the score is below 60');
});

test('the validator finds what R4 does not have', () => {
  const [bundle] = [measuresFhir(basis, library) as { entry: { resource: Record<string, unknown> }[] }];
  const spoilt = (change: Record<string, unknown>) =>
    r4Faults({ ...bundle, entry: [{ ...bundle.entry[0], resource: { ...bundle.entry[0]?.resource, ...change } }] });

  expect(spoilt({})).toEqual([]);
  for (const change of [{ status: 'working' }, { scoring: { text: 'share' } }, { titel: 'x' }, { name: 'no name' }]) {
    expect(spoilt(change)).not.toEqual([]);
  }
});
