import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { loadDefinitionSet } from '../../src/platform/contracts/definition-set';
import { loadDescriptions } from '../../src/platform/contracts/descriptions';
import { READ_BEFORE } from '../../src/platform/contracts/read-before.generated';
import { readYaml } from '../../src/platform/contracts/read-yaml';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { temporaryFolder } from '../support/temporary-folder';
import { readBeforeText } from '../../tools/read-before';

const FILE = contractsPath('..', 'src', 'platform', 'contracts', 'read-before.generated.ts');
const SET = 'indicators/dhrd-2023.v2.yaml';

test('what the program has read before is what the contracts say today; if not, run `npm run generate`', () => {
  expect(readBeforeText(contractsPath())).toBe(readFileSync(FILE, 'utf8'));
});

test.each(Object.keys(READ_BEFORE))('%s follows its schema, so that no start has to find that out', (file) => {
  const [folder = '', name] = file.split('/');
  const schema = name === undefined ? folder.slice(0, -'.yaml'.length) : SCHEMA_OF[folder];
  const validate = loadSchemas().validator(schema ?? '');

  expect(validate(load(readFileSync(contractsPath(file), 'utf8')))).toBe(true);
});
const SCHEMA_OF: Readonly<Record<string, string>> = { indicators: 'definition-set', organisations: 'organisations' };

test('what was read before is the same as what is read now, and nobody’s changes to it reach another', () => {
  const schemas = loadSchemas();
  const copy = join(temporaryFolder(), 'set.yaml');
  writeFileSync(copy, readFileSync(contractsPath(SET)));

  expect(readYaml(contractsPath(SET), schemas, 'definition-set')).toEqual(loadDefinitionSet(schemas, copy));
  const rules = loadDescriptions(schemas).rules as unknown[];
  rules.length = 0;
  expect(loadDescriptions(schemas).rules.length).toBeGreaterThan(0);
});

test('a file that says anything else than it said is read and held to its schema', () => {
  const file = contractsPath(SET);
  const changed = { ...READ_BEFORE[SET], digest: 'of another text' };
  const mutable = READ_BEFORE as Record<string, unknown>;
  const before = mutable[SET];
  mutable[SET] = { ...changed, content: '{"not":"read"}' };
  try {
    expect(readYaml(file, loadSchemas(), 'definition-set')).toEqual(load(readFileSync(file, 'utf8')));
    expect(() => readYaml(file, loadSchemas(), 'organisations')).toThrow(/does not follow its schema/);
  } finally {
    mutable[SET] = before;
  }
});
