import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cqlLibrary } from '../../../src/definitions/domain/cql/library';
import { limitsOf } from '../../../src/definitions/domain/cql/limits';
import { fhirTerms } from '../../../src/formats/adapters/fhir/load-terms';
import { compileDefinitions } from '../../../src/indicators/domain/compile';
import { loadDefinitionSet } from '../../../src/platform/contracts/definition-set';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';

const root = join(__dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'formats', 'cql.md'), 'utf8');
const folder = join(root, 'contracts', 'indicators');
const sets = readdirSync(folder).map((file) => loadDefinitionSet(loadSchemas(), join(folder, file)));

/** What stands in the list under a heading. */
const listUnder = (heading: string): string[] => {
  const [, section = ''] = page.split(`## ${heading}\n`);
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^- (.*)$/gm)].map(([, item = '']) => item);
};

test('the page on CQL lists exactly the indicators that cannot be said', () => {
  const unsaid = sets.flatMap((set) => {
    const { inexpressible } = cqlLibrary(set, compileDefinitions(set).policy, fhirTerms());
    return inexpressible.map(({ indicator, wanting }) => `\`${indicator}\`: no code for ${wanting}`);
  });

  expect(sets.length).toBeGreaterThan(0);
  expect(listUnder('Indicators without CQL')).toEqual(unsaid.length === 0 ? ['none'] : unsaid);
});

test('the page on CQL lists exactly what a Library says that it cannot say', () => {
  const [set] = sets;
  expect(listUnder('What CQL does not say')).toEqual(limitsOf(set!).map(({ en }) => en));
});
