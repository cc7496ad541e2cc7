import { readdirSync, readFileSync } from 'node:fs';
import { contractsPath } from '../../../src/platform/contracts/contracts-folder';
import { givenFhir } from './given-fhir';
import { hl7Faults, type Hl7Fault, type Looked } from './hl7-validator';

type Members = Readonly<Record<string, unknown>>;

/** What the validator says and FHIR does not: each with why it stands. */
const KNOWN: readonly RegExp[] = [
  // A rate of nobody has no number: its score says in data-absent-reason why.
  /measureScore: A value is required when the Measure\.scoring = proportion$/,
  // R4 lists no language for the name of an expression in a Library, as CQL's guides have it (the binding is extensible).
  /criteria\.language: Unknown code 'http:\/\/hl7\.org\/fhir\/expression-language#text\/cql-identifier'$/,
];

let given: readonly Looked[];
let planted: readonly Looked[];
let faults: readonly Hl7Fault[];
beforeAll(async () => {
  given = await givenFhir();
  planted = [...plantedIn(given)];
  faults = await hl7Faults([...given, ...planted]);
});

/** Every object within a value. */
function within(value: unknown): readonly Members[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(within);
  return Array.isArray(value) ? inside : [value as Members, ...inside];
}

const named = ({ name }: Looked): readonly Hl7Fault[] => faults.filter((fault) => fault.name === name);

/** A resource of each type with an element that it does not have, and reports without, or with other than, what a profile asks for. */
function* plantedIn(all: readonly Looked[]): Iterable<Looked> {
  const types = new Map(
    all
      .flatMap(({ resource }) => within(resource))
      .flatMap((one) => {
        const type = one['resourceType'];
        return typeof type === 'string' ? [[type, one] as const] : [];
      }),
  );
  for (const [type, resource] of types) yield { name: `planted ${type}`, resource: { ...resource, planted: true } };
  for (const one of new Map(
    all.flatMap((looked) => (looked.profile === undefined ? [] : [[looked.profile, looked] as const])),
  ).values()) {
    const text = JSON.stringify(one.resource);
    const of = (what: string, written: string): Looked => ({
      ...one,
      name: `${one.profile}: ${what}`,
      resource: JSON.parse(written) as object,
    });
    yield of(
      'an extension nobody knows',
      text.replace(/StructureDefinition\/(share|pathway)"/, 'StructureDefinition/planted"'),
    );
    yield of('an extension of another type', text.replace(/"valueInteger":\d+/, '"valueString":"planted"'));
    yield of(
      'without improvementNotation or date',
      text.replace(/"improvementNotation":\{.*?\}\]\},/, '').replace(/"date":"[^"]*",/, ''),
    );
  }
}

test('HL7’s validator finds no error in any FHIR that the program gives, nor by the profiles of ours', () => {
  expect(new Set(given.map(({ profile }) => profile)).size).toBe(3);
  expect(given.length).toBeGreaterThan(150);

  const sentences = given.flatMap(named).map(({ at, says }) => `${at.replace(/\d+/g, 'n')}: ${says}`);
  expect([...new Set(sentences)].filter((one) => !KNOWN.some((known) => known.test(one)))).toEqual([]);
});

test('it finds an error planted in a resource of each type, and against each profile', () => {
  expect(planted.length).toBeGreaterThan(15);
  expect(planted.filter((one) => named(one).length === 0).map(({ name }) => name)).toEqual([]);
});

test('a score without a number stands for a rate of nobody alone', () => {
  const scores = given
    .flatMap(({ resource }) => within(resource))
    .flatMap(({ measureScore }) => (measureScore === undefined ? [] : [measureScore as Members]));
  expect(scores.length).toBeGreaterThan(100);
  for (const score of scores) {
    if (score['value'] === undefined)
      expect(JSON.stringify(score)).toMatch(/data-absent-reason","valueCode":"(unknown|not-applicable)"/);
    else expect(Object.keys(score)).toEqual(['value']);
  }
});

test('each extension that is written is defined under contracts/fhir, and each that is defined is written', () => {
  const definitions = readdirSync(contractsPath('fhir')).map(
    (name) => JSON.parse(readFileSync(contractsPath('fhir', name), 'utf8')) as Members,
  );
  const defined = definitions.filter(({ type }) => type === 'Extension').map(({ url }) => String(url));
  const written = new Set(
    given
      .flatMap(({ resource }) => within(resource))
      .map(({ url, resourceType }) => (resourceType === undefined && typeof url === 'string' ? url : ''))
      .filter((url) => /rehabspor|dk-core|cqf/.test(url)),
  );

  expect([...written].sort()).toEqual(defined.sort());
});
