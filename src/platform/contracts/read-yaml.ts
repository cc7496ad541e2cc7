import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv/dist/2020';
import { parse } from 'yaml';
import { faultPath } from './fault-path';

/** Reads a YAML file of the contracts and checks it; throws with the file, the path at fault and what is wrong there. */
export function readYaml<T>(file: string, validate: ValidateFunction): T {
  const content: unknown = parse(readFileSync(file, 'utf8'));
  if (validate(content)) return content as T;
  const faults = (validate.errors ?? []).map((error) => `${faultPath(error) || 'the file'} ${error.message ?? ''}`);
  throw new Error(`${file} does not follow its schema: ${faults.join('; ')}.`);
}
