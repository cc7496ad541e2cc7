import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { ValidateFunction } from 'ajv/dist/2020';
import type { load } from 'js-yaml';
import { contractsPath } from './contracts-folder';
import { digestOf } from './digest-of';
import { faultPath } from './fault-path';
import { READ_BEFORE } from './read-before.generated';
import type { SchemaValidators } from './schema-validators';

/**
 * Reads a YAML file of the contracts and holds it to a schema; throws with the file, the path at fault and what is wrong
 * there. A file that says what it said when the program was made was read and held to its schema then.
 */
export function readYaml<T>(file: string, schemas: SchemaValidators, schema: string): T {
  const text = readFileSync(file, 'utf8');
  const before = READ_BEFORE[relative(contractsPath(), file).replaceAll('\\', '/')];
  if (before?.digest === digestOf(text)) return JSON.parse(before.content) as T;
  const content = parsed(text);
  const validate: ValidateFunction = schemas.validator(schema);
  if (validate(content)) return content as T;
  const faults = (validate.errors ?? []).map((error) => `${faultPath(error) || 'the file'} ${error.message ?? ''}`);
  throw new Error(`${file} does not follow its schema: ${faults.join('; ')}.`);
}

/** By `js-yaml`, loaded for this alone; `yaml` tells where things stand, and takes four times as long. */
function parsed(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at every start
  const yaml = require('js-yaml') as { readonly load: typeof load };
  return yaml.load(text);
}
