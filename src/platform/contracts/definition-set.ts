import type { DefinitionSet } from '../../kernel/definition';
import { contractsPath } from './contracts-folder';
import { readYaml } from './read-yaml';
import type { SchemaValidators } from './schema-validators';

/** The definition set in force. */
const DEFAULT_DEFINITIONS = 'dhrd-2023.v1.yaml';

/** Reads a definition set, the one in force without a file; throws when it does not follow its schema. */
export function loadDefinitionSet(schemas: SchemaValidators, file?: string): DefinitionSet {
  return readYaml<DefinitionSet>(
    file ?? contractsPath('indicators', DEFAULT_DEFINITIONS),
    schemas.validator('definition-set'),
  );
}
