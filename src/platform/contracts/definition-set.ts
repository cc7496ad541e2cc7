import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DefinitionSet } from '../../kernel/definition';
import { compareCodePoints } from '../../kernel/ordering';
import { contractsPath } from './contracts-folder';
import { readYaml } from './read-yaml';
import type { SchemaValidators } from './schema-validators';

/**
 * Reads a definition set, without a file the newest of `contracts/indicators`: the one valid from the latest day, of
 * those of one day the greatest version. Throws when a set does not follow its schema.
 */
export function loadDefinitionSet(schemas: SchemaValidators, file?: string): DefinitionSet {
  const read = (path: string): DefinitionSet => readYaml(path, schemas, 'definition-set');
  if (file !== undefined) return read(file);
  const folder = contractsPath('indicators');
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(join(folder, name)));
  const [newest] = sets.sort(
    (one, other) => compareCodePoints(other.validFrom, one.validFrom) || other.version - one.version,
  );
  if (newest === undefined) throw new Error(`There is no definition set in ${folder}.`);
  return newest;
}
