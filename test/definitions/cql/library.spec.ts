import fc from 'fast-check';
import { cqlLibrary } from '../../../src/definitions/domain/cql/library';
import { populationsOf } from '../../../src/definitions/domain/cql/indicators';
import type { FhirTerms } from '../../../src/formats/domain/fhir/fhir-terms';
import { fhirTerms } from '../../../src/formats/adapters/fhir/load-terms';
import { compileDefinitions, type PolicyChoice } from '../../../src/indicators/domain/compile';
import type { DefinitionSet } from '../../../src/kernel/definition';
import { unforeseenSet } from '../../indicators/unforeseen';
import { changed } from '../../metadata/ground';
import { definitions } from '../../support/evaluate';

const libraryOf = (set: DefinitionSet, choice: PolicyChoice = {}, terms: FhirTerms = fhirTerms()) =>
  cqlLibrary(set, compileDefinitions(set, choice).policy, terms);

/** An expression of a library, from its name to the next. */
const expression = (text: string, name: string): string =>
  new RegExp(`^define "${name}":\\n([^]*?)(?=\\n\\n)`, 'm').exec(`${text}\n\n`)?.[1] ?? 'none';

/** Names between quotation marks that nothing of the library declares. */
function undeclared(text: string): string[] {
  const code = text.replace(/("[^"]*")|'(?:[^'\\]|\\.)*'|\/\/.*$/gm, '$1');
  const declared = new Set(
    [...code.matchAll(/^(?:define(?: function)?|parameter|code|codesystem) "([^"]+)"/gm)].map(([, name]) => name),
  );
  return [...new Set([...code.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name))].filter(
    (name) => !declared.has(name),
  );
}

test('every indicator of the set in force can be said in CQL', () => {
  const { expressed, inexpressible, name, version, text } = libraryOf(definitions);

  expect(inexpressible).toEqual([]);
  expect(expressed).toEqual(definitions.indicators.map(({ key }) => key));
  expect(text).toContain(`library ${name} version '${version}'`);
  for (const population of expressed.flatMap((key) => Object.values(populationsOf(key)))) {
    expect(expression(text, population)).not.toBe('none');
  }
});

test.each([
  ['in force', definitions],
  ['nobody foresaw', unforeseenSet()],
])('a library of the set %s names nothing that it does not declare', (_, set) => {
  expect(undeclared(libraryOf(set).text)).toEqual([]);
});

test('another window, limit or code in the definitions is another expression', () => {
  const { text } = libraryOf(definitions);
  const ofDays = libraryOf(
    changed('antithrombotic', { window: '45d', evidence: { of: { fact: 'dispensing', atc: ['B01AX'] } } }),
  ).text;
  const [diet] = definitions.indicators.filter(({ key }) => key === 'diet');
  const below = libraryOf(
    changed('diet', { denominator: { ...diet?.denominator, anyOf: [{ field: 'score', below: 60 }] } }),
  ).text;

  expect(expression(text, 'antithrombotic: evidence')).toContain(`{ 'B01AA', 'B01AC', 'B01AE', 'B01AF' }`);
  expect(expression(text, 'antithrombotic: evidence')).toContain('"Day 90 days after the index day"');
  expect(expression(ofDays, 'antithrombotic: evidence')).toContain(`{ 'B01AX' }`);
  expect(expression(ofDays, 'antithrombotic: evidence')).toContain('"Day 45 days after the index day"');
  expect(expression(ofDays, 'Day 45 days after the index day')).toBe('  "Index day" + 45 days');
  expect(expression(below, 'diet: is in the denominator')).toContain('.score < 60.0');
});

test('every number of a definition stands in the library, whatever it is', () => {
  const window = fc.oneof(
    fc.integer({ min: 1, max: 3650 }).map((days) => `${days}d`),
    fc.integer({ min: 1, max: 120 }).map((months) => `${months}m`),
  );
  const limit = fc.integer({ min: 1, max: 99_999 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(window, limit, fc.integer({ min: 1, max: 120 }), (span, atMost, adultAge) => {
      const value = { rule: 'laboratory', of: { measure: 'ldl', sector: 'laboratory' }, atMost };
      const set = changed('ldl', { window: span, value });
      const { text } = libraryOf({ ...set, population: { ...set.population, adultAge } });
      const days = `${Number.parseInt(span, 10)} ${span.endsWith('m') ? 'month' : 'day'}`;

      expect(expression(text, 'ldl: latest fact')).toContain(`"Day ${days}`);
      expect(Number(/comparator, ([\d.]+), true/.exec(expression(text, 'ldl: is met'))?.[1])).toBe(atMost);
      expect(expression(text, 'Is under age')).toContain(`+ ${adultAge * 12} months`);
      expect(undeclared(text)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the policy decides whether a referral alone hinders diet treatment (R13), never smoking cessation (R14)', () => {
  const [strict, lenient] = [libraryOf(definitions), libraryOf(definitions, { bugOnReferral: 'lenient' })];

  expect(expression(strict.text, 'diet: evidence')).not.toContain('REFERRAL_ONLY');
  expect(expression(lenient.text, 'diet: evidence')).toContain(`not (H in { 'REFERRAL_ONLY' })`);
  expect(expression(lenient.text, 'smoking-cessation: evidence')).not.toContain('REFERRAL_ONLY');
});

test('codes that mean the same in FHIR stand together under what they mean', () => {
  const { text } = libraryOf(definitions);

  expect(text).toContain(`code "8480-6 of http://loinc.org": '8480-6' from "http://loinc.org"`);
  expect(expression(text, 'Part: systolic')).toContain('"8480-6 of http://loinc.org"');
  expect(expression(text, 'Part: systolic')).toContain('"DNK05472 of urn:oid:1.2.208.176.2.1"');
  expect(expression(text, 'Codes of ischaemic heart disease')).toContain(`'DI25'`);
});

test('what FHIR has no code for is told, with every indicator that rests on it, and the others are said', () => {
  const terms = fhirTerms();
  const without = (meaning: string): FhirTerms => ({
    ...terms,
    measurements: new Map(
      [...terms.measurements].map(([system, codes]) => [
        system,
        new Map([...codes].filter(([, meant]) => meant !== meaning)),
      ]),
    ),
  });
  const noHads = libraryOf(definitions, {}, without('hads'));
  const rests = changed('statin', { denominator: { rule: 'indicator-met', indicator: 'hads-end' } });

  expect(noHads.inexpressible).toEqual([
    { indicator: 'hads-start', wanting: 'hads' },
    { indicator: 'hads-end', wanting: 'hads' },
  ]);
  expect(noHads.expressed).toHaveLength(10);
  expect(undeclared(noHads.text)).toEqual([]);
  expect(libraryOf(rests, {}, without('hads')).inexpressible).toContainEqual({
    indicator: 'statin',
    wanting: 'hads-end',
  });
});

test('a title with quotation marks and lines does not end a comment or a text', () => {
  const title = { da: `Puls "70"\nog 'mere'`, en: 'x' };
  expect(undeclared(libraryOf(changed('statin', { title })).text)).toEqual([]);
});

test('the same definitions give the same text', () => {
  expect(libraryOf(definitions).text).toBe(libraryOf(structuredClone(definitions)).text);
});
