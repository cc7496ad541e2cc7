import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv/dist/2020';
import { load } from 'js-yaml'; // At every start; `yaml` tells where things stand, and takes four times as long.
import { faultPath } from './fault-path';

/** Reads a YAML file of the contracts and checks it; throws with the file, the path at fault and what is wrong there. */
export function readYaml<T>(file: string, validate: ValidateFunction): T {
  const content: unknown = load(readFileSync(file, 'utf8'));
  if (validate(content)) return content as T;
  const faults = (validate.errors ?? []).map((error) => `${faultPath(error) || 'the file'} ${error.message ?? ''}`);
  throw new Error(`${file} does not follow its schema: ${faults.join('; ')}.`);
}
