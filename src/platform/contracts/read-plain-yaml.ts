import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { contractsPath } from './contracts-folder';

/** A YAML file of the contracts whose form a spec holds (`test/formats`); throws where it is no YAML. */
export function readPlainYaml<T>(...parts: readonly string[]): T {
  return load(readFileSync(contractsPath(...parts), 'utf8')) as T;
}
